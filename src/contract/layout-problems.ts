/** Why a form layout is not fit to be issued, said to whoever builds the form. */
import type { LayoutProblemCode } from '#core/form/check-layout.ts'

export const layoutProblems = {
  'form.key-repeated': {
    status: 422,
    vi: 'Khóa «{key}» dùng hai lần. Hãy đặt khóa khác cho một trong hai dòng hoặc cột.',
    en: 'The key “{key}” is used twice. Give one of the two rows or columns another.',
  },
  'form.key-malformed': {
    status: 422,
    vi: 'Khóa «{key}» không dùng được trong công thức. Hãy đặt chữ rồi số, ví dụ a11.',
    en: 'Formulas cannot name the key “{key}”. Use letters, then digits, such as a11.',
  },
  'form.binding-missing': {
    status: 422,
    vi: 'Dòng «{row}» hoặc cột «{column}» chưa nói về số liệu nào. Hãy gắn chỉ tiêu, khoảng số liệu hoặc công thức.',
    en: 'Row “{row}” or column “{column}” speaks of no figure. Bind an indicator, a span or a formula.',
  },
  'form.binding-repeated': {
    status: 422,
    vi: 'Hai ô {cells} cùng là một số liệu. Hãy bỏ một ô, hoặc đổi chỉ tiêu, địa bàn hay khoảng số liệu của nó.',
    en: 'The cells {cells} are one figure. Drop one, or change its indicator, area or span.',
  },
  'form.indicator-unknown': {
    status: 422,
    vi: 'Dòng «{row}»: chưa có chỉ tiêu mã {indicator}. Hãy chọn chỉ tiêu đã ban hành.',
    en: 'Row “{row}”: there is no indicator {indicator}. Choose one that was issued.',
  },
  'form.measure-differs': {
    status: 422,
    vi: 'Dòng «{row}»: đơn vị tính phải là «{measure}» như của chỉ tiêu.',
    en: 'Row “{row}”: the measure has to be “{measure}”, as the indicator’s.',
  },
  'form.area-unknown': {
    status: 422,
    vi: 'Dòng «{row}»: không có địa bàn mã {area}. Hãy chọn trong danh mục.',
    en: 'Row “{row}”: there is no area {area}. Choose one from the list.',
  },
  'form.formula-invalid': {
    status: 422,
    vi: 'Công thức của «{key}» chưa đúng hoặc nhắc đến dòng, cột không có: {formula}.',
    en: 'The formula of “{key}” is wrong or names what is not there: {formula}.',
  },
  'form.formula-cycle': {
    status: 422,
    vi: 'Các công thức tính vòng quanh: {path}. Hãy bỏ một chỗ.',
    en: 'The formulas turn in a circle: {path}. Break it in one place.',
  },
  'form.month-without-columns': {
    status: 422,
    vi: 'Tháng {month} chưa có bộ cột. Hãy thêm, hoặc để một bộ cột dùng cho mọi tháng còn lại.',
    en: 'Month {month} has no columns. Add a set, or let one serve all other months.',
  },
  'form.month-repeated': {
    status: 422,
    vi: 'Tháng {month} có hai bộ cột. Hãy bỏ một.',
    en: 'Month {month} has two column sets. Drop one.',
  },
  'form.header-invalid': {
    status: 422,
    vi: 'Tiêu đề cột «{column}» còn trống, có chữ chưa biết trong ngoặc nhọn, hoặc trùng tiêu đề của nhóm khác.',
    en: 'The heading of column “{column}” is blank, has an unknown word in braces, or is another group’s heading.',
  },
  'form.column-unknown': {
    status: 422,
    vi: 'Dòng «{row}» đánh dấu × ở cột «{column}» không có trong biểu.',
    en: 'Row “{row}” is marked × in column “{column}”, which the form does not have.',
  },
} as const satisfies Record<LayoutProblemCode, { status: number; vi: string; en: string }>
