/** Tables to start from, about the time of the latest report. */
import { inYear, type Period, parsePeriod, previousPeriod, yearOf, yearToDate } from '#core/period/period.ts'
import { emptyDefinition, type TableDefinition } from '#core/table/definition.ts'
import { printDefinition } from '#core/table/definition-text.ts'
import type { Text } from '../platform/text/vi.ts'
import { periodShort } from './period-short.ts'

interface Starter {
  readonly name: string
  readonly text: string
}

export function starters(text: Text, latest: string): readonly Starter[] {
  const month = parsePeriod(latest, 'statistical')
  if (!month) return []
  const words = text.explorer.starters
  // The latest month is still being reported: the one before is whole.
  const whole = previousPeriod(month)
  const toDate = yearToDate(whole)
  const years = [2, 1, 0].map((ago) => ({ kind: 'one' as const, label: inYear(toDate, yearOf(toDate) - ago).label }))
  const short = ({ label }: Period): string => periodShort(text, label)
  const districts = [
    { kind: 'one', code: '83' },
    { kind: 'districts', of: '83' },
  ] as const
  const starter = (name: string, part: Partial<TableDefinition>): Starter => ({
    name,
    text: printDefinition({ ...emptyDefinition, ...part }),
  })
  return [
    starter(words.aquaculture(short(toDate)), {
      indicators: ['NN.12.2', 'NN.12.1'],
      areas: districts,
      periods: years,
      comparisons: ['last-year', 'share'],
    }),
    starter(words.budget(short(whole)), {
      indicators: ['TC.01', 'TC.02'],
      areas: [{ kind: 'one', code: '83' }],
      periods: [{ kind: 'run', from: inYear(whole, yearOf(whole) - 1).label, to: whole.label }],
      rows: ['period'],
      columns: ['area', 'indicator', 'reading', 'source'],
      comparisons: ['last-year'],
    }),
    starter(words.rice(short(toDate)), {
      indicators: ['NN.03', 'NN.18', 'NN.02'],
      areas: districts,
      periods: [{ kind: 'one', label: toDate.label }],
      comparisons: ['last-year'],
    }),
  ]
}
