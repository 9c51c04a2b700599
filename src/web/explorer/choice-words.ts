/** What is chosen for each axis, in as few words as its chip has room for. */
import type { ExplorerChoices } from '#contract/explorer.ts'
import { chosenPeriods } from '#core/table/chosen-periods.ts'
import type { AreaChoice, TableAxis, TableDefinition } from '#core/table/definition.ts'
import type { Text } from '../platform/text/vi.ts'
import { periodShort } from './period-short.ts'

interface Choosing {
  readonly definition: TableDefinition
  readonly choices: ExplorerChoices
}

export function choiceWords(text: Text, axis: TableAxis, { definition, choices }: Choosing): string {
  const words = text.explorer
  switch (axis) {
    case 'indicator':
      return several(
        text,
        definition.indicators.map((code) => indicatorName(choices, code)),
      )
    case 'area':
      return several(
        text,
        definition.areas.map((choice) => areaChoiceName(text, choices, choice)),
      )
    case 'period':
      return periodWords(text, definition)
    case 'reading':
      return several(
        text,
        definition.readings.map((reading) => words.readings[reading]),
      )
    case 'source':
      return words.sources[definition.sources]
  }
}

function several(text: Text, names: readonly string[]): string {
  const [first, ...more] = names
  if (first === undefined) return text.explorer.notYet
  return more.length === 0 ? first : text.explorer.more(first, more.length)
}

function indicatorName({ indicators }: ExplorerChoices, code: string): string {
  return indicators.find((one) => one.code === code)?.name ?? code
}

export function areaChoiceName(text: Text, { areas }: ExplorerChoices, choice: AreaChoice): string {
  const code = choice.kind === 'one' ? choice.code : choice.of
  const name = areas.find((area) => area.code === code)?.name ?? code
  return choice.kind === 'one' ? name : text.explorer[choice.kind](name)
}

function periodWords(text: Text, { periods, calendar }: TableDefinition): string {
  const found = chosenPeriods(periods, calendar)
  const labels = found.ok ? found.periods.map(({ label }) => periodShort(text, label)) : []
  const [first, last] = [labels[0], labels.at(-1)]
  if (first === undefined || last === undefined) return text.explorer.notYet
  return labels.length === 1 ? first : `${first} – ${last}`
}
