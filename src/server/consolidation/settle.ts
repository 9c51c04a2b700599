/**
 * Settling «lệch nguồn»: whose word counts where agencies differ, for one figure or for the indicator from a day on.
 * Every agency's value stays as it was said, and the difference stays in sight as settled.
 */
import type { NewSettlement } from '#contract/differences.ts'
import { type Result, refuse } from '#contract/problems.ts'
import { canConsolidate } from '#core/access/roles.ts'
import type { LocalDate } from '#core/period/local-date.ts'
import { normalizeText } from '#core/quantity/text.ts'
import { preferSource } from '../catalogue/index.ts'
import { chooseSource } from '../figures/index.ts'
import type { Db } from '../platform/database.ts'
import { type Acting, tell } from './acting.ts'
import { holdTable } from './adjustment-queries.ts'
import { type DifferingFigure, differingFigures } from './differences.ts'
import { type OpenTable, openTable, regimeNow } from './open-table.ts'

export async function settle(
  db: Db,
  acting: Acting,
  { regimeCode, input }: { readonly regimeCode: string; readonly input: NewSettlement },
): Promise<Result<null>> {
  const regime = await regimeNow(db, regimeCode)
  if (!regime) return refuse('province.unknown')
  if (!canConsolidate(acting.actor, regime.receiverId)) return refuse('consolidation.not-yours')
  await holdTable(db, { regimeId: regime.regimeId, period: input.period })
  const { period, reading } = input
  const table = await openTable(db, { regimeCode, period, reading, actor: acting.actor })
  if (!table) return refuse('province.unknown')
  const found = differingFigures(table).find(
    ({ row, column, taken }) => row.key === input.row && column.key === input.column && taken.place.area === input.area,
  )
  if (!found) return refuse('settlement.nothing-to-settle')
  const decided = await decide(db, { table, found, input, acting })
  if (!decided.ok) return decided
  const object = `${regimeCode} ${period} ${found.row.indicator} ${input.area} ${input.column}: ${input.agency ?? '…'}`
  await tell(db, acting, { action: 'settleSources', object, reason: normalizeText(input.reason), movesFigures: true })
  return decided
}

interface Deciding {
  readonly table: OpenTable
  readonly found: DifferingFigure
  readonly input: NewSettlement
  readonly acting: Acting
}

async function decide(db: Db, { table, found, input, acting }: Deciding): Promise<Result<null>> {
  const { shape, at } = table
  const { origin } = found.taken.figure
  const sources = [origin.row, ...origin.differing].map((row) => row.agency_id)
  const agencyId = sources.find((id) => shape.catalogue.agencies.get(id)?.code === input.agency)
  if (input.agency !== null && agencyId === undefined)
    return refuse('settlement.not-a-source', { agency: input.agency })
  const { indicator_id: indicatorId, span_id: spanId, area_id: areaId } = origin.row
  const reason = normalizeText(input.reason)
  const { accountId, agencyId: actingAgencyId } = acting.actor
  if (input.scope.kind === 'figure') {
    const choice = { indicatorId, spanId, areaId, agencyId: agencyId ?? null }
    await chooseSource(db, { ...choice, reason, accountId, actingAgencyId, at })
    return { ok: true, value: null }
  }
  if (agencyId === undefined) return refuse('settlement.not-a-source', { agency: '…' })
  const from = input.scope.from as LocalDate
  if (from < shape.period.span.from) return refuse('settlement.before-period', { from: shape.period.span.from })
  // An order holds for figures that begin with it or later: a year to date began in January, and is read so everywhere.
  const begins = found.taken.place.period.span.from
  if (from > begins) return refuse('settlement.not-this-figure', { from, begins })
  return preferSource(db, { indicatorId, agencyId, from, reason, decidedBy: accountId, at })
}
