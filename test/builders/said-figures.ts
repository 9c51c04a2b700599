/** Figures as agencies say them, one edition a call, written through the front door of the figures slice. */
import type { Vintage } from '#core/figure/vintage.ts'
import { localDate } from '#core/period/local-date.ts'
import { period } from '#core/period/period.ts'
import { spanKey } from '#core/period/span.ts'
import type { CellValue } from '#core/quantity/cell-value.ts'
import { toText } from '#core/quantity/exact.ts'
import { invariant } from '#core/quantity/invariant.ts'
import { loadCatalogue, spanIds } from '#server/catalogue/index.ts'
import { addEdition, promote, storedValueOf } from '#server/figures/index.ts'
import { type Db, type Pool, transaction } from '#server/platform/database.ts'

/** The day of whose catalogue the codes are. */
export const sayingDay = localDate('2026-06-16')

export interface Said {
  readonly indicator: string
  readonly area: string
  /** Label on the statistical calendar. */
  readonly period: string
  /** A vintage, or the code of a plan version. */
  readonly as: string
  readonly value: CellValue
  /** Id in `breakdowns`; the whole if not given. */
  readonly breakdownId?: number
  /** Id of the account of whoever typed it; that of the whole saying if not given. */
  readonly enteredBy?: number
}

export interface Saying {
  /** Code of the agency. */
  readonly by: string
  readonly periodEnd?: string
  readonly version?: number
  readonly levels?: readonly ('sent' | 'accepted' | 'published')[]
  readonly at?: string
  /** Id of the account of whoever typed them; nobody if not given. */
  readonly enteredBy?: number
}

/** Returns the edition's id. In a transaction of its own, where it is not given one. */
export function say(db: Db | Pool, saying: Saying, figures: readonly Said[]): Promise<string> {
  return 'connect' in db ? transaction(db, (tx) => sayWithin(tx, saying, figures)) : sayWithin(db, saying, figures)
}

async function sayWithin(db: Db, saying: Saying, figures: readonly Said[]): Promise<string> {
  const {
    by,
    periodEnd = '2026-06-30',
    version = 1,
    levels = ['sent', 'accepted'],
    at = '2026-06-16T00:00:00Z',
  } = saying
  const catalogue = await loadCatalogue(db, sayingDay)
  const agency = [...catalogue.agencies.values()].find(({ code }) => code === by)
  invariant(agency !== undefined, `agency ${by} is in the reference data`)
  const spans = await spanIds(
    db,
    figures.map((one) => period(one.period, 'statistical').span),
  )
  const editionId = await addEdition(
    db,
    { agencyId: agency.id, submissionId: null, version, sending: 1, periodEnd, origin: 'typed' },
    figures.map((one) => {
      const { span } = period(one.period, 'statistical')
      const plan = catalogue.plans.find(({ code }) => code === one.as)
      return {
        indicatorId: catalogue.indicators.get(one.indicator)?.id ?? 0,
        areaId: catalogue.areaIds.get(one.area) ?? 0,
        spanId: spans.get(spanKey(span)) ?? 0,
        spanTo: span.to,
        breakdownId: one.breakdownId ?? 0,
        planVersionId: plan?.id ?? 0,
        vintage: plan ? 'plan' : (one.as as Vintage),
        ...storedValueOf(one.value),
        ...enteredBy(one.enteredBy ?? saying.enteredBy),
      }
    }),
  )
  for (const level of levels) await promote(db, { editionId, level, at })
  return editionId
}

function enteredBy(account: number | undefined): { readonly enteredBy?: number } {
  return account === undefined ? {} : { enteredBy: account }
}

/** A reading to the last letter: each number in its one spelling, however it was added up. */
export function writtenOut(readings: unknown): string {
  return JSON.stringify(readings, (key, value) => {
    return key === 'outcome' && value.kind === 'number' ? { ...value, value: toText(value.value) } : value
  })
}
