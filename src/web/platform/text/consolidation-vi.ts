/** Words of the consolidating agency's own acts on the province's table. */
export const consolidationVi = {
  adjust: 'Điều chỉnh',
  isAdjusted: 'Có điều chỉnh',
  adjustTitle: 'Điều chỉnh con số',
  adjustAdvice: 'Số các cơ quan giữ nguyên. Phần điều chỉnh là một lớp riêng, ai xem bảng cũng thấy cùng lý do.',
  valueNow: 'Số tổng hợp đang có',
  newValue: 'Số mới',
  amount: 'Hoặc phần chênh (±)',
  becomes: (value: string) => `Số tổng hợp sẽ là ${value}`,
  reason: 'Lý do',
  reasonHelp: 'Ví dụ: bổ sung ghi thu, ghi chi theo Công văn 512/STC.',
  saveAdjustment: 'Ghi điều chỉnh',
  adjustedBy: (who: string, when: string) => `${who} điều chỉnh ${when}`,
  fromTo: (before: string) => `khi số tổng hợp là ${before}`,
  withdraw: 'Rút lại',
  withdrawTitle: 'Rút lại điều chỉnh',
  withdrawAdvice: (amount: string) =>
    `Phần ${amount} sẽ không tính vào bảng nữa. Điều chỉnh và lý do rút vẫn giữ trong lịch sử.`,
  withdrawnBy: (who: string, when: string, reason: string) => `${who} rút lại ${when}: ${reason}`,
  adjustments: 'Điều chỉnh',
  legendAdjusted: 'có điều chỉnh',
}
