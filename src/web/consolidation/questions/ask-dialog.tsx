import { type FormEvent, useState } from 'react'
import type { Explanation, ProvinceTable } from '#contract/province.ts'
import { columnAndPeriod } from '../../explanation/explanation-text.ts'
import { useRepeatableKey } from '../../platform/repeatable-key.ts'
import { useText } from '../../platform/text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Icon } from '../../ui/icons.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import type { CellPlace } from '../../ui/use-cell-focus.ts'
import type { Row } from '../row-attention.ts'
import { phoneAddress } from '../status-words.ts'
import { questionText } from './question-text.ts'
import { useAsk } from './use-questions.ts'

interface AskDialogProps {
  readonly period: ProvinceTable['period']
  readonly cell: CellPlace
  readonly contact: NonNullable<Row['contact']>
  readonly explanation: Explanation
  onClose(): void
}

/** The question with what is missing or odd, ready to be sent; or the telephone. */
export function AskDialog({ period, cell, contact, explanation: it, onClose }: AskDialogProps) {
  const text = useText()
  const words = text.consolidation
  const [body, setBody] = useState(() => questionText(text, it, period))
  const ask = useAsk()
  const key = useRepeatableKey().of(body)
  const send = (event: FormEvent): void => {
    event.preventDefault()
    const question = { period: period.label, agency: contact.code, cell, body: body.trim() }
    ask.mutate({ key, body: question }, { onSuccess: onClose })
  }
  return (
    <Dialog title={words.askTitle(contact.shortName)} closeLabel={text.common.close} onClose={onClose}>
      <form className="dialog-form" onSubmit={send}>
        <p className="ink2">
          {it.rowLabel} · {columnAndPeriod(it)}
        </p>
        <label className="field">
          <span>{words.askBody}</span>
          <textarea
            className="input"
            data-first
            rows={4}
            maxLength={2000}
            value={body}
            onChange={({ target }) => setBody(target.value)}
          />
        </label>
        <p className="mut">{words.askAdvice}</p>
        {contact.contactPhone === '' ? null : (
          <p>
            <a href={phoneAddress(contact.contactPhone)}>
              <Icon name="phone" size={14} /> {text.province.call(contact.contactName, contact.contactPhone)}
            </a>
          </p>
        )}
        {ask.isError ? <ProblemNote error={ask.error} /> : null}
        <div className="dialog-foot">
          <Button onClick={onClose}>{text.common.cancel}</Button>
          <Button look="primary" type="submit" disabled={body.trim() === '' || ask.isPending}>
            {words.saveQuestion}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
