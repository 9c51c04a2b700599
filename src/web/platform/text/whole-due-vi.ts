/** Words of the deadline of a consolidated report: on the table, the version and the desk. */
export const wholeDueVi = {
  whole: 'Báo cáo tổng hợp',
  due: (when: string, receiver: string) => `đến hạn gửi ${receiver} ${when}`,
  today: (time: string) => `đến hạn hôm nay, ${time}`,
  left: (n: number) => `còn ${n} ngày làm việc`,
  overdueToday: (time: string) => `quá hạn từ ${time}`,
  overdue: (n: number) => `quá hạn ${n} ngày làm việc`,
  onTime: (when: string) => `gửi đúng hạn, ${when}`,
  late: (n: number, when: string) => (n === 0 ? `gửi muộn, ${when}` : `gửi muộn ${n} ngày làm việc, ${when}`),
  owed: 'Báo cáo tổng hợp phải gửi',
  owedHint: 'Chưa bản nào được trình.',
  notPinned: 'Chưa chốt bản nào',
  openTable: 'Mở bảng tổng hợp',
}
