/**
 * Which cell of a form a reading of a rule means: the row by its key or its indicator, the column by span, scenario and
 * vintage. Some readings lie in columns that the form does not show, or in another form of the report; whoever opens the
 * form adds their values.
 */

import { addressOf, cellName, type FormColumn, type FormRow, type RowKey } from '../form/layout.ts'
import { baseOf } from '../form/stated-bases.ts'
import type { Formula, Reference } from '../formula/formula.ts'
import type { SpanOffset } from '../period/span-offset.ts'
import { hiddenColumnsOf } from './hidden-columns.ts'
import type { OtherForm, ReadColumn, ReadRow } from './other-forms.ts'
import type { ReadingOnForm, WantedOnForm } from './shifted-readings.ts'

export interface FormFrame {
  readonly rows: readonly FormRow[]
  readonly columns: readonly FormColumn[]
  /** What its rules read in the other forms of its report; empty for a form by itself. */
  readonly others: readonly OtherForm[]
}

/** How the readings of a condition find their rows, here or in another form: by row key, or by indicator within one area. */
export type RowOf = (code: string) => ReadRow | undefined

export function readingOnForm({ rows, columns, others }: FormFrame, rowOf: RowOf): ReadingOnForm {
  const byKey = new Map<RowKey, FormRow>(rows.map((row) => [row.key, row]))
  const readable = [...columns, ...hiddenColumnsOf(columns)]
  const homes = new Map(others.flatMap((other) => other.rows.map((row) => [row.key, other])))
  return ({ code, members }: Reference, wanted: WantedOnForm): Formula | undefined => {
    if (members.length > 0) return undefined
    const row = rowOf(code)
    const home = row && homes.get(row.key)
    if (home) return cell(row, columnKey(home.columns, fromElsewhere(columns, wanted)))
    if (row !== undefined) return cell(row, columnKey(readable, wanted))
    const at = addressOf(code)
    const shown = baseOf(at.column) ?? at.column
    return cell(byKey.get(at.row), columns.some(({ key }) => key === shown) ? at.column : undefined)
  }
}

function cell(row: ReadRow | undefined, column: string | undefined): Formula | undefined {
  if (row === undefined || column === undefined || row.kind === 'title') return undefined
  if (row.notApplicable?.includes(column)) return undefined
  return { kind: 'reading', reference: { code: cellName({ row: row.key, column }), members: [] } }
}

/** Keys of columns are a form's own: in another one the column is looked for by what it is about. */
function fromElsewhere(columns: readonly FormColumn[], wanted: WantedOnForm): WantedOnForm {
  const asked = columns.find(({ key }) => key === wanted.column)
  return asked === undefined ? wanted : { ...wanted, column: null, vintage: asked.vintage }
}

function columnKey(columns: readonly ReadColumn[], wanted: WantedOnForm): string | undefined {
  if (wanted.column !== null) return wanted.column
  const isWanted = (it: ReadColumn): boolean =>
    it.offset === wanted.offset &&
    it.scenario === wanted.scenario &&
    (wanted.vintage === null ? it.vintage !== 'estimate' || !isPast(it.offset) : it.vintage === wanted.vintage)
  return columns.find(isWanted)?.key
}

/** Of a month that is over the first estimate is not what it is known as. */
const isPast = (offset: SpanOffset | null): boolean => offset === 'previousMonth'
