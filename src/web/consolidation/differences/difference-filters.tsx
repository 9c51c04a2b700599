import type { DifferenceList } from '#contract/differences.ts'
import { useText } from '../../platform/text/use-text.ts'
import { Segments } from '../../ui/segments.tsx'
import type { DifferenceSearch } from '../province-search.ts'
import { areasOf } from './shown-differences.ts'

interface DifferenceFiltersProps {
  readonly list: DifferenceList
  readonly filters: DifferenceSearch
  onChange(filters: DifferenceSearch): void
}

export function DifferenceFilters({ list, filters, onChange }: DifferenceFiltersProps) {
  const text = useText()
  const words = text.consolidation
  return (
    <div className="difference-filters no-print">
      <Segments
        label={words.show}
        value={filters.show ?? 'open'}
        choices={[
          { value: 'open', label: words.openOnes(list.open) },
          { value: 'settled', label: words.settledOnes(list.differences.length - list.open) },
          { value: 'all', label: words.allOnes },
        ]}
        onChoose={(show) => onChange({ ...filters, show: show === 'open' ? undefined : show })}
      />
      <label>
        <span>{words.find}</span>
        <input
          className="input"
          type="search"
          value={filters.find ?? ''}
          onChange={({ target }) => onChange({ ...filters, find: target.value || undefined })}
        />
      </label>
      <label>
        <span>{words.area}</span>
        <select
          className="input"
          value={filters.area ?? ''}
          onChange={({ target }) => onChange({ ...filters, area: target.value || undefined })}
        >
          <option value="">{text.common.all}</option>
          {areasOf(list.differences).map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
      </label>
    </div>
  )
}
