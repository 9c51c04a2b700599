/** Areas to tick: the province, its districts at once or one by one, the communes of each at once or one by one. */
import type { ExplorerChoices } from '#contract/explorer.ts'
import type { Text } from '../../platform/text/vi.ts'
import type { Option } from './list-picker.tsx'

export function areaOptions(text: Text, { areas }: ExplorerChoices): readonly Option[] {
  const below = (code: string | null): ExplorerChoices['areas'] => areas.filter(({ parent }) => parent === code)
  const option = (key: string, label: string, level: number): Option => ({ key, label, hint: '', level })
  const words = text.explorer
  return below(null).flatMap((province) => [
    option(province.code, province.name, 0),
    option(`districts-of-${province.code}`, words.districts(province.name), 0),
    option(`communes-of-${province.code}`, words.communes(province.name), 0),
    ...below(province.code).flatMap((district) => [
      option(district.code, district.name, 1),
      ...communesOf(below(district.code), option(`communes-of-${district.code}`, words.communes(district.name), 2)),
    ]),
  ])
}

function communesOf(communes: ExplorerChoices['areas'], all: Option): readonly Option[] {
  if (communes.length === 0) return []
  return [all, ...communes.map(({ code, name }) => ({ key: code, label: name, hint: '', level: 3 }))]
}
