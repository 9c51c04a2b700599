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
        axis,
        definition.indicators.map((code) => indicatorName(choices, code)),
      )
    case 'area':
      return areaWords(text, choices, definition.areas)
    case 'period':
      return periodWords(text, definition)
    case 'reading':
      return several(
        text,
        axis,
        definition.readings.map((reading) => words.readings[reading]),
      )
    case 'source':
      return words.sources[definition.sources]
  }
}

function several(text: Text, axis: TableAxis, names: readonly string[]): string {
  const [first, ...more] = names
  if (first === undefined) return text.explorer.notYet
  return more.length === 0 ? first : text.explorer.more[axis](first, more.length)
}

/** «Tỉnh Bến Tre và các huyện»: an area and what lies below it are one thought. */
function areaWords(text: Text, choices: ExplorerChoices, areas: readonly AreaChoice[]): string {
  const [whole, below, ...more] = areas
  const isWhole = whole?.kind === 'one' && below !== undefined && below.kind !== 'one' && below.of === whole.code
  if (isWhole && more.length === 0) {
    return text.explorer.withBelow(areaChoiceName(text, choices, whole), below.kind)
  }
  return several(
    text,
    'area',
    areas.map((choice) => areaChoiceName(text, choices, choice)),
  )
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
