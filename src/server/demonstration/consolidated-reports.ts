/**
 * What the lead agency makes of the reports: two months ago's version is approved, sealed and sent, last month's waits
 * for the head. The consolidator adjusted a figure of the first and settled where sources differed. Each is pinned after the last report that is in it was accepted, in working time, and before now.
 */
import { addDays } from '#core/period/local-date.ts'
import type { PastVersion } from '../consolidation/index.ts'
import { localDay } from '../platform/local-time.ts'
import type { Month } from './levels.ts'
import { reportPeriodOf } from './months.ts'
import type { Stage } from './stage.ts'
import type { Story } from './tell-story.ts'
import { timelineUntil } from './working-time.ts'

const way = [
  ['submit', 'consolidator'],
  ['appraise', 'appraiser'],
  ['approve', 'approver'],
  ['seal', 'clerk'],
  ['send', 'clerk'],
] as const

type Step = (typeof way)[number][0]

/** `stories` are in the order of the months. */
export function consolidatedReports(stage: Stage, stories: readonly Story[]): readonly PastVersion[] {
  const { months, subjects, now } = stage
  const [approved, waiting] = [months.at(-3), months.at(-2)]
  if (!approved || !waiting) return []
  const ofPresent = subjects.length
  const settled = lastAccepted(stories.slice(0, -ofPresent))
  const later = lastAccepted(stories)
  const weekAfter = `${addDays(localDay(settled), 7)}T10:00:00Z`
  return [
    reportOf(stage, {
      month: approved,
      last: 'send',
      from: settled,
      until: weekAfter < now ? weekAfter : now,
      isDecidedOn: true,
    }),
    reportOf(stage, { month: waiting, last: 'appraise', from: later, until: now, isDecidedOn: false }),
  ]
}

/** The figures of a month move until the reports of the next one are in. */
function lastAccepted(stories: readonly Story[]): string {
  const accepted = stories.flatMap((story) =>
    story.editions.flatMap(({ promotions }) => promotions.filter((p) => p.level === 'accepted').map((p) => p.at)),
  )
  return accepted.sort().at(-1) ?? ''
}

interface Scene {
  readonly month: Month
  readonly last: Step
  readonly from: string
  readonly until: string
  readonly isDecidedOn: boolean
}

/** The tax office counts some of what the treasury passes on a second time; both say so every year. */
const adjustment = {
  row: 'c11',
  column: 'ytd',
  amount: '-10.1',
  reason: 'Loại số ghi thu, ghi chi trùng với Kho bạc Nhà nước, theo biên bản đối chiếu.',
} as const
const settlementReason = 'Đã đối chiếu với biểu chi tiết của hai cơ quan; lấy số của cơ quan được giao chỉ tiêu.'

function reportOf(
  { places: { regime }, days, personIn }: Stage,
  { month, last, from, until, isDecidedOn }: Scene,
): PastVersion {
  const timeline = timelineUntil(until, from, days)
  const taken = way.slice(0, way.findIndex(([verb]) => verb === last) + 1)
  const agencyId = regime.receiverId
  const at = (index: number): string => timeline((index + 1) / (taken.length + 2))
  const [compared, corrected] = [at(-0.7), at(-0.4)]
  return {
    regimeCode: regime.code,
    period: reportPeriodOf(month, regime).label,
    at: at(0),
    note: `Bản trình UBND tỉnh về tháng ${month.month}/${month.year}`,
    accountId: personIn(agencyId, 'consolidator'),
    agencyId,
    decisions: isDecidedOn
      ? { settlement: { reason: settlementReason, at: compared }, adjustments: [{ ...adjustment, at: corrected }] }
      : null,
    steps: taken.map(([verb, role], index) => ({
      verb,
      role,
      accountId: personIn(agencyId, role),
      at: at(index + 1),
      document: verb === 'seal' ? { number: documentNumber(month), date: localDay(at(index + 1)) } : null,
    })),
  }
}

/** After the numbers that the agency gives its own report of the month. */
function documentNumber({ month }: Month): string {
  return `${month * 19 + 2}/BC-SKHĐT`
}
