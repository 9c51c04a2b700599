/** Words of reminders: a report that has not come. */
export const remindVi = {
  remind: (n: number) => `Nhắc nộp (${n})`,
  title: 'Nhắc nộp báo cáo',
  advice: 'Lời nhắc hiện trên bàn làm việc của cơ quan. Hai bên đều thấy ai nhắc, lúc nào.',
  write: 'Nhắc nộp',
  writeAgain: 'Nhắc lại',
  body: (agency: string) => `Lời nhắc gửi ${agency}`,
  missing: (period: string, due: string) => `Đề nghị gửi báo cáo ${period}, hạn nộp ${due}.`,
  overdue: (period: string, due: string) =>
    `Báo cáo ${period} đã quá hạn ${due}. Đề nghị gửi ngay, hoặc cho biết khi nào gửi được.`,
  isMissing: 'chưa gửi',
  isOverdue: 'quá hạn',
  reminded: (who: string, when: string) => `${who} đã nhắc ${when}`,
  answered: 'đã trả lời',
  neverReminded: 'Chưa nhắc lần nào',
  send: 'Gửi lời nhắc',
}
