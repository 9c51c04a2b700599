import { useState } from 'react'
import { calendars } from '#core/period/span.ts'
import { chosenPeriods } from '#core/table/chosen-periods.ts'
import { useText } from '../../platform/text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { Segments } from '../../ui/segments.tsx'
import { useExplorer } from '../use-explorer.ts'
import { labelsOf, type PeriodDraft, periodDraft, periodKinds, periodsOfDraft } from './period-draft.ts'
import { PeriodFields } from './period-fields.tsx'

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
      <PeriodFields draft={draft} latest={latest} onChange={set} />
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
