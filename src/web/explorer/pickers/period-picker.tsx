import { useState } from 'react'
import { calendars } from '#core/period/span.ts'
import { chosenPeriods } from '#core/table/chosen-periods.ts'
import { useText } from '../../platform/text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { Segments } from '../../ui/segments.tsx'
import { periodShort } from '../period-short.ts'
import { useExplorer } from '../use-explorer.ts'
import { labelsOf, type PeriodDraft, periodDraft, periodKinds, periodsOfDraft } from './period-draft.ts'

interface PeriodPickerProps {
  readonly latest: string
  onClose(): void
}

/** Periods of one kind: a run of them, or the same one of several years. */
export function PeriodPicker({ latest, onClose }: PeriodPickerProps) {
  const text = useText()
  const words = text.explorer.pick
  const { definition, change } = useExplorer()
  const [draft, setDraft] = useState(() => periodDraft(definition, latest))
  const set = (part: Partial<PeriodDraft>): void => setDraft({ ...draft, ...part })
  const periods = periodsOfDraft(draft)
  const found = chosenPeriods(periods, draft.calendar)
  const labels = labelsOf(draft.kind, latest)
  const select = (name: string, value: string, onChange: (label: string) => void) => (
    <label className="field">
      <span>{name}</span>
      <select className="input" value={value} onChange={({ target }) => onChange(target.value)}>
        {labels.map((label) => (
          <option key={label} value={label}>
            {periodShort(text, label)}
          </option>
        ))}
      </select>
    </label>
  )
  return (
    <div className="period-picker">
      <label className="field">
        <span>{words.kind}</span>
        <select
          className="input"
          data-first
          value={draft.kind}
          onChange={({ target }) => {
            const kind = periodKinds.find((one) => one === target.value) ?? draft.kind
            const [first = ''] = labelsOf(kind, latest)
            set({ kind, from: first, to: first })
          }}
        >
          {periodKinds.map((kind) => (
            <option key={kind} value={kind}>
              {words.kinds[kind]}
            </option>
          ))}
        </select>
      </label>
      <Segments
        label={words.way}
        value={draft.way}
        choices={(['run', 'same'] as const).map((value) => ({ value, label: words.ways[value] }))}
        onChoose={(way) => set({ way })}
      />
      <div className="row wrap">
        {draft.way === 'run' ? select(words.from, draft.from, (from) => set({ from })) : null}
        {select(draft.way === 'run' ? words.to : words.period, draft.to, (to) => set({ to }))}
        {draft.way === 'same' ? (
          <label className="field">
            <span>{words.years}</span>
            <input
              className="input"
              type="number"
              min={1}
              max={20}
              value={draft.years}
              onChange={({ target }) => set({ years: Math.min(20, Math.max(1, target.valueAsNumber || 1)) })}
            />
          </label>
        ) : null}
      </div>
      <Segments
        label={words.calendar}
        value={draft.calendar}
        choices={[...calendars].reverse().map((value) => ({ value, label: words.calendars[value] }))}
        onChoose={(calendar) => set({ calendar })}
      />
      <div className="picker-foot">
        <span role="status">{words.result(found.ok ? found.periods.length : 0)}</span>
        <span className="grow" />
        <Button
          look="primary"
          onClick={() => {
            change({ periods, calendar: draft.calendar })
            onClose()
          }}
        >
          {words.done}
        </Button>
      </div>
    </div>
  )
}
