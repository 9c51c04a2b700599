import { useText } from '../../platform/text/use-text.ts'
import { periodShort } from '../period-short.ts'
import { labelsOf, type PeriodDraft } from './period-draft.ts'

interface PeriodFieldsProps {
  readonly draft: PeriodDraft
  readonly latest: string
  onChange(part: Partial<PeriodDraft>): void
}

const mostYears = 20

/** From when to when; or which period, of how many years. */
export function PeriodFields({ draft, latest, onChange }: PeriodFieldsProps) {
  const text = useText()
  const words = text.explorer.pick
  const labels = labelsOf(draft.kind, latest)
  const select = (end: 'from' | 'to', name: string) => (
    <label className="field">
      <span>{name}</span>
      <select className="input" value={draft[end]} onChange={({ target }) => onChange({ [end]: target.value })}>
        {labels.map((label) => (
          <option key={label} value={label}>
            {periodShort(text, label)}
          </option>
        ))}
      </select>
    </label>
  )
  if (draft.way === 'run') {
    return (
      <div className="row wrap">
        {select('from', words.from)}
        {select('to', words.to)}
      </div>
    )
  }
  return (
    <div className="row wrap">
      {select('to', words.period)}
      <label className="field">
        <span>{words.years}</span>
        <input
          className="input"
          type="number"
          min={1}
          max={mostYears}
          value={draft.years}
          onChange={({ target }) => onChange({ years: Math.min(mostYears, Math.max(1, target.valueAsNumber || 1)) })}
        />
      </label>
    </div>
  )
}
