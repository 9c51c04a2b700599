import type { PeriodView } from '#contract/common.ts'
import { state as states } from '#contract/common.ts'
import { useText } from '../../platform/text/use-text.ts'

type State = (typeof states.options)[number]

export interface Filters {
  readonly period?: string | undefined
  readonly state?: State | undefined
}

interface ListFiltersProps {
  readonly filters: Filters
  readonly periods: readonly PeriodView[]
  onChange(filters: Filters): void
}

export function ListFilters({ filters, periods, onChange }: ListFiltersProps) {
  const text = useText()
  const isUnknown = filters.period !== undefined && !periods.some(({ label }) => label === filters.period)
  return (
    <>
      <label className="list-filter">
        <span>{text.list.period}</span>
        <select
          className="input"
          value={filters.period ?? ''}
          onChange={(event) => onChange({ ...filters, period: event.target.value || undefined })}
        >
          <option value="">{text.common.all}</option>
          {isUnknown ? <option value={filters.period}>{filters.period}</option> : null}
          {periods.map(({ label, name }) => (
            <option key={label} value={label}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label className="list-filter">
        <span>{text.list.state}</span>
        <select
          className="input"
          value={filters.state ?? ''}
          onChange={(event) =>
            onChange({ ...filters, state: states.options.find((name) => name === event.target.value) })
          }
        >
          <option value="">{text.common.all}</option>
          {states.options.map((name) => (
            <option key={name} value={name}>
              {text.states[name]}
            </option>
          ))}
        </select>
      </label>
    </>
  )
}
