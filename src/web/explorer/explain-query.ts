/** The question that explains one figure of a table: the reading at the place that its cell reads. */
import type { AreaCode } from '#core/indicator/indicator.ts'
import { parsePeriod } from '#core/period/period.ts'
import { indicatorOfWord, type TableDefinition, tableReadings } from '#core/table/definition.ts'
import { placeOfReading } from '#core/table/reading-place.ts'

/** `cell` names indicator, area, period and reading. Undefined for a name that no table gives. */
export function explainQueryOf(
  cell: string,
  { calendar, level, asOf }: Pick<TableDefinition, 'calendar' | 'level' | 'asOf'>,
): string | undefined {
  const [named = '', area, label, word, more] = cell.split(' ')
  const { code: indicator, members } = indicatorOfWord(named)
  const reading = tableReadings.find((one) => one === word)
  const period = parsePeriod(label ?? '', calendar)
  if (!indicator || !area || !period || !reading || more !== undefined) return undefined
  const { period: at, scenario, vintage } = placeOfReading(reading, { area: area as AreaCode, period })
  return new URLSearchParams({
    indicator,
    ...(members.length > 0 && { members: members.join(',') }),
    area,
    period: at.label,
    calendar,
    vintage,
    ...(scenario.kind === 'plan' && { plan: scenario.version }),
    ...(asOf !== null && { asOf }),
    level: level === 'provisional' ? 'sent' : 'accepted',
  }).toString()
}
