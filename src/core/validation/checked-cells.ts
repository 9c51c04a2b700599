/** The cells of a form as conditions read them, and what a broken comparison says of them, in figures. */
import { decimalsOf } from '../form/cell-decimals.ts'
import type { FormContent } from '../form/evaluate.ts'
import { addressOf, type FormColumn } from '../form/layout.ts'
import { type Formula, references } from '../formula/formula.ts'
import { inFigures } from '../formula/words.ts'
import { dividedBy, type Exact, exact, isZero, minus, plus, roundTo, times, toText } from '../quantity/exact.ts'
import { none, type Outcome, outcomeOf } from '../quantity/outcome.ts'
import { formatVi } from '../quantity/vietnamese-number.ts'
import type { FindingCode } from './finding.ts'
import type { Blame, CellsRead } from './judge-condition.ts'
import type { OtherForm, ReadRow } from './other-forms.ts'
import { halfUnit, type Range } from './rounding.ts'

export interface CheckedCells extends CellsRead {
  readonly decimals: (cell: string) => number
  /** Whether the cell's column is of the month before. */
  readonly isOfMonthBefore: (cell: string) => boolean
  /** Place in the report of the form that the cell stands in; undefined for a cell of the form itself. */
  readonly otherForm: (cell: string) => number | undefined
}

interface CheckedContent extends FormContent {
  readonly others: readonly OtherForm[]
}

/** `outcomes`: of the computed cells, by cell name. */
export function checkedCells(form: CheckedContent, outcomes: ReadonlyMap<string, Outcome>): CheckedCells {
  const { others } = form
  const homes = new Map(others.flatMap((other) => other.rows.map((row) => [row.key, other])))
  const rows = new Map<string, ReadRow>([form, ...others].flatMap((it) => it.rows.map((row) => [row.key, row])))
  const columns = new Map<string, FormColumn>(form.columns.map((column) => [column.key, column]))
  const resolve = (cell: string): Outcome => outcomes.get(cell) ?? outcomeOf(form.valueOf(addressOf(cell)), cell)
  const decimals = (cell: string): number => {
    const at = addressOf(cell)
    const row = rows.get(at.row)
    const column = homes.get(at.row)?.columns.find(({ key }) => key === at.column) ?? columns.get(at.column)
    return row === undefined ? 0 : decimalsOf(row, column ?? {})
  }
  const range = (cell: string): Range | undefined => {
    const outcome = resolve(cell)
    if (outcome.kind === 'none') return undefined
    const half = halfUnit(rows.get(addressOf(cell).row)?.measure ?? '', decimals(cell))
    return { low: minus(outcome.value, half), high: plus(outcome.value, half) }
  }
  const isOfMonthBefore = (cell: string): boolean => columns.get(addressOf(cell).column)?.offset === 'previousMonth'
  const otherForm = (cell: string): number | undefined => homes.get(addressOf(cell).row)?.position
  return { resolve, decimals, range, isOfMonthBefore, otherForm }
}

/** Percentages and quotients are read to two decimals. */
const decimalsOfRatio = 2
const hundred = exact('100')

/** Both sides, the parts of a composed side, the difference; for a comparison with a base its two figures and the change. */
export function detailsOf(cells: CheckedCells, code: FindingCode, blame: Blame): Readonly<Record<string, string>> {
  if (code === 'finding.ten-times' || code === 'finding.large-change') return changeOf(cells, blame)
  const { left, right } = blame.comparison
  const decimals = Math.max(decimalsOfSide(cells, left), decimalsOfSide(cells, right))
  const said = (value: Exact): string => toText(roundTo(value, decimals))
  return {
    operator: blame.operator,
    left: said(blame.left),
    right: said(blame.right),
    difference: said(blame.difference),
    tolerance: toText(roundTo(blame.tolerance, decimals + 2)),
    ...partsOf(cells, 'leftParts', left),
    ...partsOf(cells, 'rightParts', right),
    ...otherFormsOf(cells, 'leftForms', left),
    ...otherFormsOf(cells, 'rightForms', right),
  }
}

/** Places in the report of the other forms that a side has figures from, so that whoever reads it knows where to look. */
function otherFormsOf(cells: CheckedCells, name: string, side: Formula): Readonly<Record<string, string>> {
  const positions = references(side).flatMap(({ code }) => cells.otherForm(code) ?? [])
  return positions.length === 0 ? {} : { [name]: [...new Set(positions)].sort((a, b) => a - b).join(', ') }
}

function partsOf(cells: CheckedCells, name: string, side: Formula): Readonly<Record<string, string>> {
  if (side.kind === 'reading' || side.kind === 'number') return {}
  const figures = inFigures(
    side,
    ({ code }) => cells.resolve(code),
    (value, { code }) => {
      if (value.kind !== 'number') return '…'
      return formatVi(typeof value.value === 'string' ? value.value : toText(value.value), cells.decimals(code))
    },
  )
  return { [name]: figures }
}

function decimalsOfSide(cells: CheckedCells, side: Formula): number {
  const own = Math.max(0, ...references(side).map(({ code }) => cells.decimals(code)))
  return hasRatio(side) ? Math.max(own, decimalsOfRatio) : own
}

const hasRatio = (node: Formula): boolean =>
  node.kind === 'arithmetic' ? node.operator === '/' || hasRatio(node.left) || hasRatio(node.right) : false

/** The figure, what it is compared with, and by how many percent it differs. */
function changeOf(cells: CheckedCells, { comparison }: Blame): Readonly<Record<string, string>> {
  const [of, against] = references(comparison).map(({ code }) => code)
  const [value, base] = [resolved(cells, of), resolved(cells, against)]
  if (value.kind === 'none' || base.kind === 'none' || isZero(base.value)) return {}
  const percent = minus(times(dividedBy(value.value, base.value), hundred), hundred)
  return {
    value: toText(value.value),
    base: toText(base.value),
    percent: toText(roundTo(percent, decimalsOfRatio)),
    against: against !== undefined && cells.isOfMonthBefore(against) ? 'previous' : 'lastYear',
  }
}

function resolved(cells: CheckedCells, cell: string | undefined): Outcome {
  return cell === undefined ? none('absent') : cells.resolve(cell)
}
