/**
 * What the files of reference data say otherwise than the database, and no start takes over: told in words at every start,
 * so that nobody believes an edited file was taken. What people change in the program is theirs and not compared.
 */

/** Every kind of difference in the order in which it is told, and what it is called. */
const named = {
  'area.name': 'tên của địa bàn',
  'area.parent': 'địa bàn cấp trên của địa bàn',
  'area.level': 'cấp hoặc loại của địa bàn',
  'area.days': 'ngày bắt đầu hoặc kết thúc của địa bàn',
  'area.note': 'ghi chú của địa bàn',
  'agency.name': 'tên hoặc tên gọn của cơ quan',
  'agency.parent': 'cơ quan cấp trên của cơ quan',
  'agency.kind': 'loại hoặc địa bàn của cơ quan',
  'agency.source': 'nguồn của cơ quan',
  'agency.removed': 'cơ quan không còn trong tệp',
  'group.removed': 'nhóm chỉ tiêu không còn trong tệp',
  'indicator.owner': 'cơ quan chủ quản của chỉ tiêu',
  'indicator.parent': 'chỉ tiêu cấp trên của chỉ tiêu',
  'indicator.traits': 'chiều mong muốn, mã chính thức hoặc cách công bố của chỉ tiêu',
  'indicator.removed': 'chỉ tiêu không còn trong tệp',
  'holiday.kind': 'tên hoặc loại của ngày nghỉ, ngày làm bù',
  'holiday.source': 'nguồn hoặc ghi chú của ngày nghỉ, ngày làm bù',
  'holiday.removed': 'ngày nghỉ, ngày làm bù không còn trong tệp hoặc thành chưa xác nhận',
  'plan.content': 'cấp giao, tên, văn bản hoặc ngày của bản kế hoạch',
  'plan.source': 'nguồn của bản kế hoạch',
  'form.name': 'tên của biểu trong danh sách biểu',
  'form.source': 'nguồn của biểu',
  'form.removed': 'biểu không còn trong tệp',
  'path.transition': 'bước của đường đi',
  'rule.content': 'nội dung hoặc ngày bắt đầu của quy tắc kiểm tra',
  'rule.source': 'nguồn của quy tắc kiểm tra',
  'rule.removed': 'quy tắc kiểm tra không còn trong tệp',
  'regime.period': 'loại, kỳ hoặc lịch của chế độ',
  'regime.content': 'tên, nội dung hoặc văn bản của chế độ',
  'regime.receiver': 'nơi nhận của chế độ',
  'regime.deadlines': 'ngày mở hoặc hạn của chế độ',
  'regime.whole-deadline': 'chế độ mà tệp không còn đặt hạn gửi báo cáo tổng hợp',
  'regime.path': 'đường đi của chế độ',
  'regime.form': 'biểu tổng hợp của chế độ',
  'regime.source': 'nguồn của chế độ',
  'regime.removed': 'chế độ không còn trong tệp',
  'regime.subject': 'đối tượng và biểu của chế độ',
  'assignment.agency': 'giao chỉ tiêu theo biểu của chế độ',
} as const

export type DifferenceKind = keyof typeof named

export interface Difference {
  readonly kind: DifferenceKind
  /** Of what differs, as people write it: a code, a day, or several codes where one alone names nothing. */
  readonly code: string
}

const mostNamed = 10

/** One line for each kind between what they are and what to do; nothing where files and database agree. */
export function differencesTold(found: readonly Difference[]): readonly string[] {
  if (found.length === 0) return []
  const codes = Map.groupBy(found, ({ kind }) => kind)
  const kinds = (Object.keys(named) as DifferenceKind[]).filter((kind) => codes.has(kind))
  return [
    'Tệp danh mục khác với cơ sở dữ liệu mà chưa được nạp:',
    ...kinds.map((kind) => `  ${named[kind]}: ${listedCodes((codes.get(kind) ?? []).map(({ code }) => code))}`),
    'Cơ sở dữ liệu vẫn như cũ. Hãy đổi nó bằng một bước di trú, hoặc sửa tệp cho khớp; xem docs/domain/catalogue.md.',
  ]
}

/** In order, those beyond ten counted. */
export function listedCodes(codes: readonly string[]): string {
  const shown = codes.toSorted().slice(0, mostNamed).join(', ')
  return codes.length > mostNamed ? `${shown} và ${codes.length - mostNamed} mục khác` : shown
}
