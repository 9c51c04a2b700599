import { type FormEvent, useState } from 'react'
import type { ProvinceTable } from '#contract/province.ts'
import { shortMoment } from '../../platform/clock.ts'
import { useRepeatableKey } from '../../platform/repeatable-key.ts'
import { useText } from '../../platform/text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { useAsk } from './use-questions.ts'

interface ReminderFormProps {
  readonly table: ProvinceTable
  readonly agency: ProvinceTable['awaited'][number]
  onClose(): void
}

/** Written already, to be changed or sent as it is; the same words sent twice are one reminder. */
export function ReminderForm({ table, agency, onClose }: ReminderFormProps) {
  const text = useText()
  const words = text.remind
  const [body, setBody] = useState(() =>
    (agency.isOverdue ? words.overdue : words.missing)(table.period.name, shortMoment(table.dueAt)),
  )
  const ask = useAsk()
  const key = useRepeatableKey().of(body)
  const send = (event: FormEvent): void => {
    event.preventDefault()
    if (ask.isPending) return
    const reminder = { period: table.period.label, agency: agency.code, cell: null, body: body.trim() }
    ask.mutate({ key, body: reminder }, { onSuccess: onClose })
  }
  return (
    <form onSubmit={send}>
      <label className="field">
        <span className="sr">{words.body(agency.shortName)}</span>
        <textarea
          className="input"
          rows={2}
          maxLength={2000}
          value={body}
          onChange={({ target }) => setBody(target.value)}
        />
      </label>
      {ask.isError ? <ProblemNote error={ask.error} /> : null}
      <div className="row">
        <Button isSmall look="primary" type="submit" disabled={body.trim() === '' || ask.isPending}>
          {words.send}
        </Button>
        <Button isSmall look="quiet" onClick={onClose}>
          {text.common.cancel}
        </Button>
      </div>
    </form>
  )
}
