/** Indicators to tick, each under the one it is a part of, in the order of the catalogue. */
import type { ExplorerChoices } from '#contract/explorer.ts'
import type { Option } from './list-picker.tsx'

export function indicatorOptions({ indicators }: ExplorerChoices): readonly Option[] {
  const codes = new Set(indicators.map(({ code }) => code))
  const below = (wanted: string | null, level: number): readonly Option[] =>
    indicators
      .filter(({ parent }) => (parent !== null && codes.has(parent) ? parent : null) === wanted)
      .flatMap(({ code, name, measure }) => [
        { key: code, label: name, hint: [code, measure].filter((part) => part !== '').join(', '), level },
        ...below(code, level + 1),
      ])
  return below(null, 0)
}
