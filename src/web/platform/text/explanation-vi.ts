/** Words of the explanation of a figure, wherever it is explained. */
export const explanationVi = {
  lost: (time: string) => `Mất kết nối từ ${time}. Phần giải thích tự tải khi có mạng lại.`,
  whatMoved: (when: string) => `Đổi gì lần gần nhất, ${when}`,
  firstKnown: (when: string) => `Có số lần đầu, ${when}`,
  was: (value: string) => `Trước đó: ${value}`,
  sourceChanged: (before: string, now: string) => `Trước đó theo ${before}; nay theo ${now}`,
  formulaChanged: (of: string, day: string) => `Công thức «${of}» đổi, dùng từ ${day}:`,
  andMore: (n: number) => `và ${n} số nữa`,
  withoutFormula: 'không có công thức',
  sourceChosen: (byAndWhen: string) => `Chọn nguồn: ${byAndWhen}`,
  withdrawnBy: (who: string, when: string) => `Đã rút: ${who}, ${when}`,
  sentBackBy: (who: string, when: string) => `Đã rút do ${who} trả lại, ${when}`,
  notAgain: 'Số đã gửi nay đã rút, chưa có số nào thay.',
  holdsAgain: (agency: string) => `Số ${agency} gửi trước đó lại được tính.`,
  because: (reason: string) => `vì ${reason}`,
}
