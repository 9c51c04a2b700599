/** Rows, cells and explanations of the province's table as the browser receives them, valid unless told otherwise. */
import type { ExplanationNode } from '#contract/explanation.ts'
import type { Explanation, ProvinceTable } from '#contract/province.ts'

type Row = ProvinceTable['rows'][number]
type Cell = Row['cells'][number]
type Column = ProvinceTable['columns'][number]

export function aColumn(more: Partial<Column> = {}): Column {
  return { key: 'ytd', header: ['Lũy kế 9 tháng'], number: '2', role: 'amount', decimals: null, width: 98, ...more }
}

export function aTableCell(more: Partial<Cell> = {}): Cell {
  return {
    column: 'ytd',
    value: { kind: 'number', value: '4741.1' },
    isPartial: false,
    missing: [],
    isDiffering: false,
    isSettled: false,
    isAdjusted: false,
    isAdjustable: true,
    earlierReports: [],
    vintage: 'estimate',
    level: 'accepted',
    ...more,
  }
}

export function aRow(more: Partial<Row> = {}): Row {
  return {
    key: 'c11',
    ordinal: '1.1',
    label: 'Thu nội địa',
    kind: 'item',
    level: 1,
    measure: 'tỷ đồng',
    decimals: 1,
    source: 'Cục Thuế',
    sumOf: null,
    contact: {
      code: 'CT',
      name: 'Cục Thuế tỉnh',
      shortName: 'Cục Thuế',
      contactName: 'Huỳnh Thị Mai',
      contactPhone: '0275 3 822 001',
    },
    submissionId: '1',
    status: { kind: 'accepted', at: '2026-09-18T09:20:00Z', counted: null, total: null },
    cells: [aTableCell()],
    ...more,
  }
}

export function aNode(more: Partial<ExplanationNode> = {}): ExplanationNode {
  return {
    label: 'Thu nội địa',
    value: { kind: 'number', value: '4741.1' },
    measure: 'tỷ đồng',
    decimals: 1,
    agency: null,
    vintage: null,
    level: null,
    at: null,
    sign: '',
    cell: null,
    source: '',
    formula: null,
    parts: [],
    ...more,
  }
}

export function anExplanation(more: Partial<Explanation> = {}): Explanation {
  return {
    indicator: 'TC.01',
    rowLabel: 'Tổng thu ngân sách nhà nước',
    columnLabel: 'Lũy kế 9 tháng',
    periodName: '9 tháng năm 2026',
    reading: 'provisional',
    at: '2026-09-21T01:19:52Z',
    node: aNode(),
    said: null,
    adjustments: [],
    acceptedOnly: null,
    otherSources: [],
    settlements: [],
    earlierReports: [],
    history: [],
    ...more,
  }
}
