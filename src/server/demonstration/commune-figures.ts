/**
 * What one district's communes report of brackish shrimp, which no form asks of the district: its figure, and that of any
 * group it is in, is the sum of its communes. Inland communes declare that nothing occurred, and one is still silent about
 * the last month, so that the latest sum is partial.
 */
import path from 'node:path'
import { spanKey } from '#core/period/span.ts'
import { nothing, number } from '#core/quantity/cell-value.ts'
import { invariant } from '#core/quantity/invariant.ts'
import { readCsv, referenceFolder } from '../catalogue/index.ts'
import { type NewValue, type PastEdition, storedValueOf } from '../figures/index.ts'
import { sway } from './draw.ts'
import type { Levels, Month } from './levels.ts'
import { dueInstant } from './months.ts'
import { figuresPeriodOf, type Places } from './sheets.ts'
import type { Stage } from './stage.ts'
import { truthOf } from './truth.ts'

const district = { agency: 'UBND-835', area: '835' } as const
const indicator = 'NN.12.2.1'

interface Commune {
  readonly area: string
  /** Hundredths of the district's amount. */
  readonly share: number
}

/** One edition a month, for the months of the year whose deadline has passed. */
export function communeEditions({ levels, places, months, days, personIn }: Stage): readonly PastEdition[] {
  const communes = readCsv(path.join(referenceFolder, 'demonstration/commune-shares.csv')).map(
    (record): Commune => ({ area: record.area ?? '', share: Number(record.aquaculture) }),
  )
  const agency = [...places.catalogue.agencies.values()].find(({ code }) => code === district.agency)
  invariant(agency !== undefined, `${district.agency} is in the reference data`)
  const last = months.at(-2)
  const told = months.slice(0, -1).filter(({ year }) => year === last?.year)
  return told.map((month) => {
    const at = dueInstant(month, places.regime, days)
    const heard = month === last ? communes.slice(0, -1) : communes
    const by = { enteredBy: personIn(agency.id, 'reporter'), enteredAt: at, actingAgencyId: agency.id }
    return {
      edition: {
        agencyId: agency.id,
        submissionId: null,
        version: 1,
        sending: 1,
        periodEnd: figuresPeriodOf(month).span.to,
        origin: 'imported',
        source: `Báo cáo của các xã, thị trấn về tháng ${month.month}/${month.year}`,
        confidence: 'minh họa',
      },
      values: heard.map((commune) => ({ ...amountSaid(commune, { levels, places, month }), ...by })),
      promotions: (['sent', 'accepted'] as const).map((level) => ({ level, at })),
    }
  })
}

interface Told {
  readonly levels: Levels
  readonly places: Places
  readonly month: Month
}

function amountSaid({ area, share }: Commune, { levels, places, month }: Told): NewValue {
  const { span } = figuresPeriodOf(month)
  const { catalogue, spanIds } = places
  const [known, spanId, areaId] = [
    catalogue.indicators.get(indicator),
    spanIds.get(spanKey(span)),
    catalogue.areaIds.get(area),
  ]
  invariant(known !== undefined && spanId !== undefined && areaId !== undefined, `${indicator} of ${area} has a place`)
  const whole = truthOf(levels, { ...district, indicator, decimals: known.decimals }, month)
  const amount = Math.round((whole * share * (1 + sway('commune', area, month.year, month.month) / 10)) / 100)
  return {
    indicatorId: known.id,
    spanId,
    spanTo: span.to,
    areaId,
    breakdownId: 0,
    planVersionId: 0,
    vintage: 'estimate',
    ...storedValueOf(amount === 0 ? nothing : number(String(amount))),
  }
}
