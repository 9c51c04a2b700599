/**
 * A form as in the design mock-ups, with invented figures, for the browser tests of the grid. One line a row: kind, level,
 * ordinal, name, measure, then the cells as they are read.
 */

import type { CellValue } from '../../../../src/core/quantity/cell-value.ts'
import { absent, notApplicable, nothing } from '../../../../src/core/quantity/cell-value.ts'
import { parseCell } from '../../../../src/core/quantity/vietnamese-number.ts'
import type { GridCell, GridColumn, GridHeading, GridRow, LeadColumn } from '../../../../src/web/ui/grid/grid-model.ts'

const lines = `
title|0||A. TRỒNG TRỌT
item|0|1|Diện tích gieo trồng lúa|ha|21.500|3.155|3.500|17.510|3.410|17.495|110,9|102,6|100,1|81,4
item|1|1.1|Lúa Đông Xuân|ha|800|–|–|785|–|770|/|/|101,9|98,1
item|1|1.2|Lúa Hè Thu|ha|12.400|1.250|860|12.180|912|12.415|68,8|94,3|98,1|98,2
item|1|1.3|Lúa Mùa, Thu Đông|ha|8.300|1.905|2.640|4.545|2.498|4.310|138,6|105,7|105,5|54,8
item|0|2|Diện tích thu hoạch lúa|ha|21.300|2.960|3.120|9.865|3.046|10.102|105,4|102,4|97,7|46,3
item|0|3|Sản lượng lúa|tấn|104.300|14.650|15.320|48.960|14.900|49.910|104,6|102,8|98,1|46,9
item|0|4|Năng suất lúa bình quân|tạ/ha|48,97|49,49|49,10|49,63|48,92|49,41|99,2|100,4|100,4|101,3
item|0|5|Sản lượng rau màu|tấn|118.000|9.870|9.560|92.650|9.410|91.200|96,9|101,6|101,6|78,5
item|0|6|Sản lượng dừa trái|triệu trái|712,0|62,4|58,9|548,6|57,2|531,4|94,4|103,0|103,2|77,1
item|0|7|Sản lượng trái cây|tấn|326.000|…|||30.980|241.350|/|/|/|/
title|0||B. THỦY SẢN
total|0|1|Tổng sản lượng thủy sản|tấn|574.000|48.160|49.100|435.130|47.360|427.360|102,0|103,7|101,8|75,8
item|1|1.1|Sản lượng khai thác|tấn|233.000|19.850|19.620|176.400|19.340|174.950|98,8|101,4|100,8|75,7
item|1|1.2|Sản lượng nuôi trồng|tấn|341.000|28.310|29.480|258.730|28.020|252.410|104,1|105,2|102,5|75,9
ofWhich|2||Tôm nước lợ|tấn|98.000|8.960|9.240|76.350|8.815|74.120|103,1|104,8|103,0|77,9
ofWhich|2||Cá tra|tấn|195.000|15.880|16.210|146.900|15.640|143.800|102,1|103,6|102,2|75,3
item|0|2|Diện tích nuôi trồng thủy sản|ha|47.900|…|47.260|×|46.980|×|/|100,6|×|×
title|0||C. CHĂN NUÔI (có đến cuối kỳ)
item|0|1|Đàn trâu|con|1.100|1.065|1.060|×|1.092|×|99,5|97,1|×|×
item|0|2|Đàn bò|con|226.000|219.450||×|221.380|×|/|/|×|×
`
  .trim()
  .split('\n')
  .map((line) => line.split('|'))

export const leads: readonly LeadColumn[] = [
  { key: 'ordinal', label: 'STT', letter: 'A', width: 34 },
  { key: 'name', label: 'Chỉ tiêu', letter: 'B', width: 212, isName: true },
  { key: 'measure', label: 'ĐVT', letter: 'C', width: 66 },
]

const heading = (
  label: string,
  column: number,
  [rowSpan, colSpan]: readonly [number, number],
  more = {},
): GridHeading => ({
  label,
  column,
  rowSpan,
  colSpan,
  isEntry: false,
  ...more,
})

const names = [
  'Kế hoạch năm',
  'Thực hiện tháng 8',
  'Ước tháng 9',
  'Lũy kế 9 tháng',
  'Tháng 9',
  '9 tháng',
  'T9 so T8',
  'T9 so CK',
  'LK so CK',
  'LK so KH',
]
const numbers = ['1', '2', '3', '4', '5', '6', '3/2', '3/5', '4/6', '4/1']
const widths = [84, 88, 97, 98, 83, 85, 54, 54, 54, 54]

export const headings: readonly (readonly GridHeading[])[] = [
  [heading('Năm 2026', 0, [1, 4]), heading('Cùng kỳ 2025', 4, [1, 2]), heading('So sánh (%)', 6, [1, 4])],
  names.map((name, column) => heading(name, column, [1, 1], { isEntry: column === 2, isLocked: column === 0 })),
]

export const columns: readonly GridColumn[] = names.map((_, column) => ({
  key: `c${column}`,
  number: numbers[column] ?? '',
  width: widths[column] ?? 80,
  isEntry: column === 2,
  isRatio: column >= 6,
}))

export const rows: readonly GridRow[] = lines.map(([kind, level, ...texts], index) => ({
  key: `r${index}`,
  kind: kind as GridRow['kind'],
  level: Number(level),
  leads: [texts[0] ?? '', texts[1] ?? '', texts[2] ?? ''],
}))

const signs: Readonly<Record<string, CellValue>> = {
  '': absent,
  '…': absent,
  '–': nothing,
  '×': notApplicable,
  '/': absent,
}

const valueShown = (display: string): CellValue => {
  const parsed = parseCell(display)
  return signs[display] ?? (parsed.ok ? parsed.value : absent)
}

const computedRows = [1, 7, 12]
const special: Readonly<Record<string, Partial<GridCell>>> = {
  '3:2': { state: 'saved' },
  '4:2': { state: 'saving' },
  '8:2': { state: 'conflict', note: 'Trần Quốc Bảo đã lưu 9.650 lúc 14:31:05' },
  '9:1': { isRevised: true, note: 'Đã sửa so với kỳ trước, có lý do' },
  '13:2': { kind: 'locked', note: 'Khóa: phần của Chi cục Thủy sản' },
  '13:3': { kind: 'locked', note: 'Khóa: phần của Chi cục Thủy sản' },
  '14:2': { finding: { kind: 'question', message: '1 câu hỏi' } },
  '14:3': { finding: { kind: 'warning', message: 'Lũy kế 258.730, hệ thống tính 258.690; chênh 40' } },
  '16:1': { finding: { kind: 'question', message: '1 câu hỏi chưa trả lời' } },
}

function kindOf(row: number, column: number, display: string): GridCell['kind'] {
  if (column >= 6) return 'computed'
  if (column === 0 || column >= 4) return 'reference'
  if (display === '×') return 'none'
  return computedRows.includes(row) ? 'computed' : 'typed'
}

/** Every cell of the form, by `row:column`. */
export const sampleCells: ReadonlyMap<string, GridCell> = new Map(
  lines.flatMap(([kind, , , name, measure, ...texts], row) =>
    kind === 'title'
      ? []
      : texts.map((display, column) => {
          const cell: GridCell = {
            kind: kindOf(row, column, display),
            value: valueShown(display),
            display,
            state: 'idle',
            // Typed cells take one decimal, whatever their present value shows.
            decimals: column >= 6 ? 1 : Math.max(1, (display.split(',')[1] ?? '').length),
            title: `${name}, ${names[column]}, ${measure}`,
            ...special[`${row}:${column}`],
          }
          return [`${row}:${column}`, cell] as const
        }),
  ),
)
