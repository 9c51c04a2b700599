/** Words of what changed a figure last, wherever it is explained. */
export const explanationVi = {
  whatMoved: (when: string) => `Đổi gì lần gần nhất, ${when}`,
  firstKnown: (when: string) => `Có số lần đầu, ${when}`,
  was: (value: string) => `Trước đó: ${value}`,
  formulaChanged: (of: string, day: string) => `Công thức «${of}» đổi, dùng từ ${day}:`,
  andMore: (n: number) => `và ${n} số nữa`,
  withoutFormula: 'không có công thức',
  because: (reason: string) => `vì ${reason}`,
}
