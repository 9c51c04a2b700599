/** What the refusals of the data explorer say. */
import type { TableProblemCode } from '#core/table/problems.ts'

export const explorerProblems = {
  'table.version-unknown': {
    status: 400,
    vi: 'Đường dẫn của bảng này không đọc được («{found}»). Hãy chép lại trọn đường dẫn, hoặc chọn lại chỉ tiêu, địa bàn và kỳ.',
    en: 'This table’s address cannot be read (“{found}”). Copy the whole address again, or choose anew.',
  },
  'table.unexpected': {
    status: 400,
    vi: 'Trong đường dẫn của bảng, «{found}» đứng không đúng chỗ. Hãy bỏ chữ đó, hoặc chọn lại trên màn hình.',
    en: 'In the table’s address “{found}” is out of place. Remove it, or choose on the screen.',
  },
  'table.clause-twice': {
    status: 400,
    vi: 'Trong đường dẫn của bảng, mục «{found}» được ghi hai lần. Hãy gộp lại làm một.',
    en: 'In the table’s address “{found}” is given twice. Join the two.',
  },
  'table.word-twice': {
    status: 400,
    vi: 'Trong mục «{clause}», «{found}» được chọn hai lần. Hãy bỏ bớt một.',
    en: 'In “{clause}”, “{found}” is chosen twice. Remove one.',
  },
  'table.unknown-word': {
    status: 400,
    vi: 'Mục «{clause}» không có lựa chọn «{found}». Dùng được: {known}.',
    en: '“{clause}” has no choice “{found}”. Known: {known}.',
  },
  'table.moment-unknown': {
    status: 400,
    vi: '«{found}» không phải thời điểm. Hãy viết như 2026-09-16T07.32.16Z, hoặc chọn lại ngày giờ.',
    en: '“{found}” is not an instant. Write it like 2026-09-16T07.32.16Z, or choose the time again.',
  },
  'table.period-unknown': {
    status: 422,
    vi: '«{found}» không phải tên một kỳ. Hãy viết như 2026-09, 2026-Q3, 2026-9M hoặc 2026.',
    en: '“{found}” names no period. Write it like 2026-09, 2026-Q3, 2026-9M or 2026.',
  },
  'table.run-uneven': {
    status: 422,
    vi: 'Không lập được dãy kỳ từ {from} đến {to}. Hãy chọn hai kỳ cùng loại, kỳ đầu không sau kỳ cuối.',
    en: 'There is no run of periods from {from} to {to}. Choose two of one kind, the first not after the last.',
  },
  'table.indicator-unknown': {
    status: 422,
    vi: 'Danh mục không có chỉ tiêu {codes}. Hãy bỏ hoặc chọn chỉ tiêu khác.',
    en: 'The catalogue has no indicator {codes}. Remove it or choose another.',
  },
  'table.area-unknown': {
    status: 422,
    vi: 'Danh mục không có địa bàn {codes}. Hãy bỏ hoặc chọn địa bàn khác.',
    en: 'The catalogue has no area {codes}. Remove it or choose another.',
  },
  'table.nothing-chosen': {
    status: 422,
    vi: 'Bảng cần ít nhất một chỉ tiêu, một địa bàn và một kỳ. Hãy chọn thêm.',
    en: 'A table needs at least one indicator, one area and one period. Choose them.',
  },
  'table.too-many-cells': {
    status: 422,
    vi: 'Bảng này có {cells} ô, nhiều hơn {limit}. Hãy bớt: đang chọn {indicators} chỉ tiêu, {areas} địa bàn, {periods} kỳ.',
    en: 'This table has {cells} cells, more than {limit}. Choose fewer: {indicators} indicators, {areas} areas, {periods} periods are chosen.',
  },
  'explorer.view-changed': {
    status: 409,
    vi: 'Bảng đã lưu này vừa được sửa ở cửa sổ khác. Hãy mở lại bảng rồi lưu.',
    en: 'This saved table was changed in another window. Open it again, then save.',
  },
} as const satisfies Record<
  TableProblemCode | 'explorer.view-changed',
  { readonly status: number; readonly vi: string; readonly en: string }
>
