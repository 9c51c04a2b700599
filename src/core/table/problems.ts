/** Why a table cannot be shown as it is asked for. */
export type TableProblemCode =
  | 'table.version-unknown'
  | 'table.unexpected'
  | 'table.clause-twice'
  | 'table.word-twice'
  | 'table.unknown-word'
  | 'table.moment-unknown'
  | 'table.period-unknown'
  | 'table.run-uneven'
  | 'table.indicator-unknown'
  | 'table.area-unknown'
  | 'table.nothing-chosen'
  | 'table.too-many-cells'

export interface TableProblem {
  readonly code: TableProblemCode
  readonly details: Readonly<Record<string, string | number>>
}

export function tableProblem(code: TableProblemCode, details: TableProblem['details']): TableProblem {
  return { code, details }
}
