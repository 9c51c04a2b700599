/**
 * Which rows a rule over indicators is asked of. A form that has everything the rule names asks it by itself. Where the
 * indicators stand apart, in several forms of one report, the first form that has the rule's first indicator asks it, once
 * for the report, and reads the rest in the others.
 */
import { references } from '../formula/formula.ts'
import type { FormFrame, RowOf } from './form-readings.ts'
import { indicatorsNamed, type ReadRow } from './other-forms.ts'
import { conditionOf } from './read-condition.ts'
import { eachIndicator } from './rule.ts'

type RowsByIndicator = ReadonlyMap<string, ReadRow>

/** Rows about one area, here and in the other forms of the report. */
interface Held {
  readonly own: RowsByIndicator
  readonly others: readonly { readonly rows: RowsByIndicator; readonly isBefore: boolean }[]
}

/**
 * Shape: one for each time the rule is asked of this form, telling the row of every indicator it names: within each area
 * once for every indicator of the scope if it says `[x]`, else once.
 */
export function askingsOf(frame: FormFrame, scope: readonly string[], condition: string): readonly RowOf[] {
  const parsed = conditionOf(condition)
  const isForEach = parsed !== null && references(parsed).some(({ code }) => code === eachIndicator)
  const askings = isForEach ? scope.map((code) => [code]) : [scope]
  const named = indicatorsNamed(parsed)
  return [...new Set(frame.rows.map(({ area }) => area))].flatMap((area) => {
    const held: Held = {
      own: byIndicator(frame.rows, area),
      others: frame.others.map(({ rows, isBefore }) => ({ rows: byIndicator(rows, area), isBefore })),
    }
    return askings.flatMap((leads) => askingOf(held, { leads, named }) ?? [])
  })
}

interface Asking {
  /** The first of them that is held decides where the rule is asked. */
  readonly leads: readonly string[]
  readonly named: readonly string[]
}

function askingOf({ own, others }: Held, { leads, named }: Asking): RowOf | undefined {
  const isWhole = (rows: RowsByIndicator): boolean =>
    leads.some((code) => rows.has(code)) && named.every((code) => rows.has(code))
  const asksAlone = isWhole(own)
  const lead = leads.find((code) => own.has(code) || (!asksAlone && others.some(({ rows }) => rows.has(code))))
  const each = lead === undefined ? undefined : own.get(lead)
  if (lead === undefined || each === undefined) return undefined
  const isElsewhere = others.some(({ rows, isBefore }) => isWhole(rows) || (isBefore && rows.has(lead)))
  if (isElsewhere && !asksAlone) return undefined
  const readable = [own, ...others.map(({ rows }) => rows)]
  return (code) => (code === eachIndicator ? each : readable.find((rows) => rows.has(code))?.get(code))
}

function byIndicator(rows: readonly ReadRow[], area: string | undefined): RowsByIndicator {
  return new Map(rows.filter((row) => row.area === area).map((row) => [row.indicator ?? '', row]))
}
