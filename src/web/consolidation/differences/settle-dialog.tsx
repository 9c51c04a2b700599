import { type FormEvent, useState } from 'react'
import type { Difference, DifferenceList, NewSettlement } from '#contract/differences.ts'
import { shownNumber } from '../../explanation/spoken-value.ts'
import { fullDay } from '../../platform/clock.ts'
import { useRepeatableKey } from '../../platform/repeatable-key.ts'
import { useText } from '../../platform/text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { DayInput } from '../../ui/day-input.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { ReasonField } from '../adjustments/reason-field.tsx'
import { useSettle } from './use-settle.ts'

interface SettleDialogProps {
  readonly list: DifferenceList
  readonly difference: Difference
  readonly reading: NewSettlement['reading']
  onClose(): void
}

/** Whose word counts, for this figure or for the indicator from a day on, and why. */
export function SettleDialog({ list, difference: it, reading, onClose }: SettleDialogProps) {
  const text = useText()
  const words = text.consolidation
  const [agency, setAgency] = useState<string | null>(it.chosen.agency.code)
  const [isForAll, setIsForAll] = useState(false)
  const [from, setFrom] = useState(list.from)
  const [reason, setReason] = useState('')
  const settle = useSettle()
  const key = useRepeatableKey().of([agency, isForAll, from, reason])
  const scope: NewSettlement['scope'] = isForAll && agency !== null ? { kind: 'indicator', from } : { kind: 'figure' }
  const save = (event: FormEvent): void => {
    event.preventDefault()
    const place = { period: list.period.label, reading, row: it.row, column: it.column, area: it.area.code }
    settle.mutate({ key, body: { ...place, agency, scope, reason: reason.trim() } }, { onSuccess: onClose })
  }
  return (
    <Dialog title={words.settleTitle} closeLabel={text.common.close} onClose={onClose}>
      <form className="dialog-form" onSubmit={save}>
        <p className="ink2">
          {it.rowLabel} · {it.columnLabel} · {it.area.name}
        </p>
        <AgencyChoice difference={it} chosen={agency} onChoose={setAgency} />
        <ScopeChoice
          isDisabled={agency === null}
          isForAll={isForAll}
          from={from}
          earliest={list.from}
          begins={it.begins}
          onChoose={setIsForAll}
          onDay={setFrom}
        />
        <ReasonField value={reason} placeholder={words.settleReasonHelp} onType={setReason} />
        {settle.isError ? <ProblemNote error={settle.error} /> : null}
        <div className="dialog-foot">
          <Button onClick={onClose}>{text.common.cancel}</Button>
          <Button look="primary" type="submit" disabled={reason.trim() === '' || from === '' || settle.isPending}>
            {words.saveSettlement}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

interface AgencyChoiceProps {
  readonly difference: Difference
  readonly chosen: string | null
  onChoose(agency: string | null): void
}

function AgencyChoice({ difference: it, chosen, onChoose }: AgencyChoiceProps) {
  const words = useText().consolidation
  return (
    <fieldset className="choices">
      <legend>{words.whoseWord}</legend>
      {[it.chosen, ...it.others].map(({ agency, value }, at) => (
        <label key={agency.code}>
          <input
            type="radio"
            name="agency"
            data-first={at === 0 ? '' : undefined}
            checked={chosen === agency.code}
            onChange={() => onChoose(agency.code)}
          />
          <span className="grow">{agency.shortName}</span>
          <b className="num-inline">{value.kind === 'number' ? shownNumber(value.value, it.decimals) : '…'}</b>
        </label>
      ))}
      {it.settlement?.scope === 'figure' ? (
        <label>
          <input type="radio" name="agency" checked={chosen === null} onChange={() => onChoose(null)} />
          {words.openAgain}
        </label>
      ) : null}
    </fieldset>
  )
}

interface ScopeChoiceProps {
  readonly isDisabled: boolean
  readonly isForAll: boolean
  readonly from: string
  readonly earliest: string
  /** First day of the figure itself. */
  readonly begins: string
  onChoose(isForAll: boolean): void
  onDay(day: string): void
}

function ScopeChoice({ isDisabled, isForAll, from, earliest, begins, onChoose, onDay }: ScopeChoiceProps) {
  const words = useText().consolidation
  const isOutOfReach = begins < earliest
  return (
    <fieldset className="choices" disabled={isDisabled}>
      <legend>{words.settleScope}</legend>
      <label>
        <input type="radio" name="scope" checked={!isForAll} onChange={() => onChoose(false)} />
        {words.onlyThis}
      </label>
      <label>
        <input type="radio" name="scope" checked={isForAll} disabled={isOutOfReach} onChange={() => onChoose(true)} />
        <span className="grow">{words.fromDay}</span>
        <DayInput label={words.fromDay} min={earliest} value={from} disabled={!isForAll} onChange={onDay} />
      </label>
      {isOutOfReach ? <small className="mut">{words.outOfReach(fullDay(begins), fullDay(earliest))}</small> : null}
    </fieldset>
  )
}
