/**
 * Gives an indicator another formula, as a further version from a day on. The past is left alone: nothing holds earlier
 * than the present month, whose figures are still being reported. A formula that would lead back to the indicator itself
 * is refused with the way round, also where the circle closes only on a later day.
 */
import type { FormulaRevision } from '#contract/catalogue.ts'
import { type Result, refuse } from '#contract/problems.ts'
import { type Actor, canReviseFormula } from '#core/access/roles.ts'
import { checkFormula } from '#core/formula/check-formula.ts'
import { orderFormulas } from '#core/formula/order.ts'
import { parse } from '#core/formula/parser.ts'
import { print } from '#core/formula/printer.ts'
import type { LocalDate } from '#core/period/local-date.ts'
import { recordEvent } from '../audit/index.ts'
import type { Db } from '../platform/database.ts'
import { publish } from '../platform/feed.ts'
import { formulasOf } from './formula-words.ts'
import * as queries from './indicator-queries.ts'
import { placedProblem } from './placed-problem.ts'
import { selectAgencies, selectIndicators } from './queries.ts'
import { type Catalogue, type CatalogueIndicator, loadCatalogue, namesKnown } from './readings.ts'

export interface Revising extends FormulaRevision {
  readonly code: string
  readonly actor: Actor
  readonly requestId: string
  readonly address: string
}

type Revised = Result<{ readonly code: string; readonly version: number }>

/** First day of the month that is being reported. */
export function earliestValidFrom(today: LocalDate): LocalDate {
  return `${today.slice(0, 8)}01` as LocalDate
}

export async function reviseFormula(db: Db, it: Revising): Promise<Revised> {
  const validFrom = it.validFrom as LocalDate
  await queries.lockIndicators(db)
  const catalogue = await loadCatalogue(db, validFrom)
  const indicator = catalogue.indicators.get(it.code)
  if (!indicator) return refuse('request.not-found')
  const denied = await whyNot(db, it, indicator)
  if (denied) return denied
  const read = readFormula(it.formula, catalogue, indicator.measure)
  if (!read.ok) return read
  if (read.value === indicator.formula) return refuse('catalogue.unchanged')
  const circle = await circleFrom(db, { code: it.code, formula: read.value, validFrom })
  if (circle) return refuse('formula.cycle', { path: circle.join(' → ') })
  const version = await queries.insertFormula(db, {
    indicatorId: indicator.id,
    formula: read.value,
    validFrom,
    reason: it.reason,
    accountId: it.actor.accountId,
  })
  await tell(db, it, version)
  return { ok: true, value: { code: it.code, version } }
}

type Refused = Exclude<Revised, { readonly ok: true }>

async function whyNot(db: Db, it: Revising, indicator: CatalogueIndicator): Promise<Refused | undefined> {
  const { ownerAgencyId } = indicator
  const leadAgencyIds = (await queries.selectLeadRegimes(db)).map(({ receiverId }) => receiverId)
  if (!canReviseFormula(it.actor, { ownerAgencyId, leadAgencyIds })) {
    return refuse('catalogue.not-yours', { owner: ownerAgencyId === null ? '' : await nameOf(db, ownerAgencyId, it) })
  }
  if (indicator.isPublishedAsIs || indicator.valueKind !== 'number') return refuse('catalogue.published-as-is')
  const [latest] = await queries.selectVersions(db, indicator.id)
  if (latest?.version !== it.seen) return refuse('catalogue.version-moved', { version: latest?.version ?? 0 })
  const earliest = earliestValidFrom(await queries.selectToday(db))
  if (it.validFrom < earliest) return refuse('catalogue.valid-from-past', { earliest })
  return undefined
}

async function nameOf(db: Db, agencyId: number, it: Revising): Promise<string> {
  const agencies = await selectAgencies(db, it.validFrom as LocalDate)
  return agencies.find(({ id }) => id === agencyId)?.name ?? ''
}

/** The canonical text; '' stays ''. `catalogue`: of the first day it holds; `declared`: the measure of the indicator itself. */
function readFormula(text: string, catalogue: Catalogue, declared: string): Result<string> {
  if (text.trim() === '') return { ok: true, value: '' }
  const parsed = parse(text)
  const { problems } = parsed.ok ? checkFormula({ ...parsed, known: namesKnown(catalogue), declared }) : parsed
  if (!parsed.ok || problems.length > 0) return { ok: false, problems: problems.map(placedProblem) }
  return { ok: true, value: print(parsed.ast) }
}

interface Placed {
  readonly code: string
  readonly formula: string
  readonly validFrom: LocalDate
}

/** On that day and on every later one from which some indicator changes. */
async function circleFrom(db: Db, { code, formula, validFrom }: Placed): Promise<readonly string[] | undefined> {
  for (const day of [validFrom, ...(await queries.selectStartsAfter(db, validFrom))]) {
    const indicators = new Map(
      (await selectIndicators(db, day)).map((row) => [row.code, row.code === code ? { ...row, formula } : row]),
    )
    const ordered = orderFormulas(formulasOf(indicators))
    if (!ordered.ok) return startingAt(code, ordered.problem.details.path)
  }
  return undefined
}

/** The same way round, told from the indicator that is being changed, where it lies on it. */
function startingAt(code: string, path: readonly string[]): readonly string[] {
  const around = path.slice(0, -1)
  const at = Math.max(0, around.indexOf(code))
  const turned = [...around.slice(at), ...around.slice(0, at)]
  return [...turned, turned[0] ?? code]
}

async function tell(db: Db, it: Revising, version: number): Promise<void> {
  const { accountId, agencyId, roles } = it.actor
  await recordEvent(db, {
    requestId: it.requestId,
    accountId,
    agencyId,
    role: roles.join(','),
    address: it.address,
    action: 'catalogue.revise-formula',
    object: `${it.code} v${version}`,
    outcome: 'done',
    reason: it.reason,
  })
  await publish(db, {
    topic: 'catalogue',
    agencyId,
    receiverId: null,
    level: 'accepted',
    payload: { indicator: it.code, version },
  })
}
