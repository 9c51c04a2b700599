import type { IndicatorList } from '#contract/catalogue.ts'
import { useText } from '../../platform/text/use-text.ts'
import { FilterChoice } from './filter-choice.tsx'
import { type IndicatorSearch, indicatorSearch } from './indicator-search.ts'

interface IndicatorFiltersProps {
  readonly list: IndicatorList
  readonly filters: IndicatorSearch
  onChange(search: IndicatorSearch): void
}

const natures = ['flow', 'stock', 'rate'] as const

/** Search and filters; on a phone the groups are one of them. */
export function IndicatorFilters({ list, filters, onChange }: IndicatorFiltersProps) {
  const text = useText().catalogue
  return (
    <search className="indicator-filters no-print">
      <input
        className="input"
        type="search"
        aria-label={text.search}
        placeholder={text.searchHint}
        autoComplete="off"
        spellCheck={false}
        value={filters.q ?? ''}
        onChange={(event) => onChange({ q: event.target.value || undefined })}
      />
      <FilterChoice
        isNarrow
        label={text.group}
        value={filters.group}
        choices={list.groups.map(({ code, name }) => [code, name])}
        onChoose={(group) => onChange({ group })}
      />
      <FilterChoice
        label={text.owner}
        value={filters.owner}
        choices={ownersOf(list)}
        onChoose={(owner) => onChange({ owner })}
      />
      <FilterChoice
        label={text.nature}
        value={filters.nature}
        choices={natures.map((nature) => [nature, text.natures[nature]])}
        onChoose={(nature) => onChange({ nature: indicatorSearch.shape.nature.parse(nature) })}
      />
      <label className="row nw">
        <input
          type="checkbox"
          checked={filters.formula === true}
          onChange={(event) => onChange({ formula: event.target.checked || undefined })}
        />
        {text.formulaFilter}
      </label>
    </search>
  )
}

/** Agencies that own some indicator, by name. */
function ownersOf({ indicators }: IndicatorList): readonly (readonly [string, string])[] {
  const owners = new Map(indicators.flatMap(({ owner }) => (owner ? [[owner.code, owner.shortName] as const] : [])))
  return [...owners].sort(([, a], [, b]) => a.localeCompare(b, 'vi'))
}
