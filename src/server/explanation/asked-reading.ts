/** What is asked for: an indicator or a formula, at a place that exists, as the person who asks may know it. */
import type { ExplainQuery } from '#contract/explanation.ts'
import { type Result, refuse } from '#contract/problems.ts'
import { type Actor, canReadProvince } from '#core/access/roles.ts'
import { checkFormula } from '#core/formula/check-formula.ts'
import { compile, type NumberFormula } from '#core/formula/compile.ts'
import type { Reference } from '#core/formula/formula.ts'
import { parse } from '#core/formula/parser.ts'
import { print } from '#core/formula/printer.ts'
import type { AreaCode } from '#core/indicator/indicator.ts'
import { parsePeriod } from '#core/period/period.ts'
import { inCodeOrder } from '#core/quantity/text.ts'
import type { ReadingPlace } from '#core/reading/place.ts'
import { type Catalogue, leadRegimes, loadCatalogue, namesKnown, placedProblem } from '../catalogue/index.ts'
import type { ReadAs } from '../figures/index.ts'
import type { Db } from '../platform/database.ts'

export type What =
  | { readonly kind: 'indicator'; readonly reference: Reference }
  | { readonly kind: 'formula'; readonly formula: NumberFormula; readonly text: string; readonly measure: string }

export interface AskedReading {
  readonly what: What
  readonly place: ReadingPlace
  readonly catalogue: Catalogue
  readonly as: ReadAs
}

type Place = Pick<ExplainQuery, 'area' | 'period' | 'calendar' | 'vintage' | 'plan'>

export async function askedReading(db: Db, q: ExplainQuery, actor: Actor): Promise<Result<AskedReading>> {
  if ((q.indicator === undefined) === (q.formula === undefined)) return refuse('explanation.one-of-two')
  const placed = await askedPlace(db, q, q.asOf)
  if (!placed.ok) return placed
  const { place, catalogue } = placed.value
  const what = q.formula === undefined ? indicatorOf(q, catalogue) : askedFormula(q.formula, catalogue)
  if (!what.ok) return what
  const as = await readAs(db, { level: q.level, asOf: q.asOf, place }, actor)
  return { ok: true, value: { what: what.value, place, catalogue, as } }
}

/** With the catalogue of the first day of the period. */
export async function askedPlace(
  db: Db,
  { area, period: label, calendar, vintage, plan }: Place,
  knownAt?: string,
): Promise<Result<{ readonly place: ReadingPlace; readonly catalogue: Catalogue }>> {
  const period = parsePeriod(label, calendar)
  if (!period) return refuse('explanation.unknown-period', { period: label })
  const catalogue = await loadCatalogue(db, period.span.from, knownAt)
  if (!catalogue.areaIds.has(area)) return refuse('explanation.unknown-area', { area })
  const scenario = plan === undefined ? ({ kind: 'actual' } as const) : ({ kind: 'plan', version: plan } as const)
  return { ok: true, value: { place: { area: area as AreaCode, period, scenario, vintage }, catalogue } }
}

function indicatorOf({ indicator = '', members = '' }: ExplainQuery, { indicators }: Catalogue): Result<What> {
  if (!indicators.has(indicator)) return refuse('formula.unknown-indicator', { code: indicator })
  const named = members.split(',').filter((member) => member !== '')
  const reference = { code: indicator, members: [...new Set(named)].sort(inCodeOrder) }
  return { ok: true, value: { kind: 'indicator', reference } }
}

/** A free formula in its canonical form; problems carry their place in the text. */
export function askedFormula(
  text: string,
  catalogue: Catalogue,
  declared?: string,
): Result<Extract<What, { kind: 'formula' }>> {
  const parsed = parse(text)
  if (!parsed.ok) return { ok: false, problems: parsed.problems.map(placedProblem) }
  const checked = checkFormula({
    ...parsed,
    known: namesKnown(catalogue),
    ...(declared !== undefined && { declared }),
  })
  const compiled = compile(parsed.ast, parsed.places, 'places')
  if (checked.problems.length > 0 || !compiled.ok || compiled.formula.kind !== 'number') {
    return { ok: false, problems: checked.problems.map(placedProblem) }
  }
  const { formula } = compiled
  return { ok: true, value: { kind: 'formula', formula, text: print(parsed.ast), measure: checked.measure ?? '' } }
}

interface Wished {
  readonly level: ExplainQuery['level']
  readonly asOf?: string | undefined
  readonly place: ReadingPlace
}

/** Figures that are sent and not accepted yet are for the people of their receiver; others get what is accepted. */
export async function readAs(db: Db, { level, asOf, place }: Wished, actor: Actor): Promise<ReadAs> {
  const [lead] = await leadRegimes(db)
  const isReceiver = lead?.receiverId === actor.agencyId && canReadProvince(actor)
  return {
    viewerAgencyId: actor.agencyId,
    level: level === 'sent' && isReceiver ? 'sent' : 'accepted',
    regimeId: lead?.regimeId ?? null,
    on: place.period.span.from,
    ...(asOf !== undefined && { asOf }),
  }
}
