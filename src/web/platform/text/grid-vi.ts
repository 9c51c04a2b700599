/** What the entry grid says, in Vietnamese. */
export const gridVi = {
  ofWhich: 'Trong đó:',
  notEntered: 'chưa nhập',
  signs: {
    '…': 'chưa có số',
    '–': 'không phát sinh',
    '×': 'không áp dụng',
    '/': 'không tính được',
  } as Readonly<Record<string, string>>,
  marks: {
    saving: 'đang lưu',
    saved: 'đã lưu',
    waiting: 'chờ gửi',
    refused: 'chưa nhận',
    conflict: 'xung đột: có hai giá trị',
    error: 'lỗi',
    warning: 'cảnh báo',
    question: 'câu hỏi',
    locked: 'khóa',
    revised: 'đã sửa so với kỳ trước',
    stated: 'cơ sở do đơn vị nêu',
    adjusted: 'đã điều chỉnh',
    computed: 'hệ thống tính',
  },
  readOnly: 'không nhập ở đây',
  keysHint:
    'Mũi tên để đi, gõ để nhập, F2 để sửa, Enter xuống, Tab sang phải, Esc khôi phục; Esc rồi Tab để ra khỏi bảng.',
  refusal: {
    title: (text: string) => `Chưa nhận «${text}»`,
    tooLong: (found: { integerDigits: number; decimals: number }) =>
      `Số này có ${found.integerDigits} chữ số phần nguyên và ${found.decimals} chữ số phần lẻ; hệ thống giữ tối đa 18 và 6. Kiểm tra lại đơn vị tính.`,
    tooFine: (decimals: number) =>
      decimals === 0
        ? 'Ô này chỉ nhận số nguyên. Làm tròn rồi nhập lại.'
        : `Ô này nhận tối đa ${decimals} số lẻ. Làm tròn rồi nhập lại.`,
    separators: 'Dấu «.» ngăn hàng nghìn, dấu «,» cho phần lẻ.',
    meant: (number: string, typed: string) => `Nếu ý là ${number}, gõ ${typed}.`,
    notNumber: 'Gõ số như 1234,5; «-» nếu không phát sinh; «…» nếu chưa có số.',
  },
  paste: {
    taken: (count: number) => `Đã dán ${count} ô.`,
    refused: (count: number) => `${count} ô không đọc được, nội dung còn giữ tại ô.`,
    notTaken: (count: number) => `${count} ô bỏ qua vì là ô không nhập.`,
    beyond: (count: number) => `${count} ô nằm ngoài bảng.`,
    rounded: (count: number) => `${count} ô làm tròn theo số chữ số đang hiện.`,
    close: 'Đóng',
    question: 'Dấu «,» và «.» trong khối vừa dán là gì?',
    explain: (count: number) => `${count} số đọc được hai cách. Chọn một cách cho cả khối:`,
    asVi: 'Kiểu Việt Nam: «,» là phần lẻ',
    asEn: 'Kiểu Anh: «,» ngăn hàng nghìn',
    source: 'Trong khối dán',
    more: (count: number) => `và ${count} số nữa`,
    useVi: 'Dán kiểu Việt Nam',
    useEn: 'Dán kiểu Anh',
    cancel: 'Không dán',
  },
  undoPassedOver: (count: number) => `${count} ô không hoàn tác vì đã có người sửa sau đó.`,
}

export type GridText = typeof gridVi
