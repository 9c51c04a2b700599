import { useState } from 'react'
import { decimalsOf } from '#core/form/cell-decimals.ts'
import { cellName, type FormColumn, type FormRow } from '#core/form/layout.ts'
import { localMoment } from '../../platform/clock.ts'
import { useSession } from '../../platform/session.ts'
import { useText, useYou } from '../../platform/text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icons.tsx'
import { valueDisplay } from '../form/cell-display.ts'
import { cellValue, columnLabel } from '../form/form-model.ts'
import type { FormEdits } from './use-form-edits.ts'

interface ConflictChoiceProps {
  readonly edits: FormEdits
  readonly row: FormRow | undefined
  readonly column: FormColumn | undefined
}

/** Two people saved one cell: both values, who and when; the person chooses. */
export function ConflictChoice({ edits, row, column }: ConflictChoiceProps) {
  const text = useText()
  const { you } = useYou()
  const { account } = useSession()
  const [keep, setKeep] = useState<'mine' | 'theirs'>('mine')
  const cell = row && column ? cellName({ row: row.key, column: column.key }) : ''
  const edit = edits.state.queue.find((pending) => pending.cell === cell)
  if (!row || !column || edit?.halted?.kind !== 'conflict') return null
  const { theirs } = edit.halted
  const shown = (value: Parameters<typeof cellValue>[0]): string =>
    `${valueDisplay(text, cellValue(value), decimalsOf(row, column)).shown} ${row.measure}`
  const when = theirs.at === '' ? '' : `${localMoment(theirs.at).time}:${localMoment(theirs.at).seconds}`
  const who = theirs.by === account.name ? text.entry.otherWindow(you) : theirs.by
  const choices = [
    { value: 'mine', says: shown(edit.value.value), from: text.entry.mine(you) },
    { value: 'theirs', says: shown(theirs.value.value), from: text.entry.theirs(who, when) },
  ] as const
  return (
    <fieldset className="conflict">
      <legend className="sr">{text.entry.conflictTitle}</legend>
      <p className="bad">
        <Icon name="conflict" /> <b>{text.entry.conflictTitle}</b>
      </p>
      <p className="ink2">{text.entry.conflictAdvice(`${row.label} · ${columnLabel(column)}`, you, who)}</p>
      {choices.map((choice) => (
        <label key={choice.value} className={keep === choice.value ? 'choice is-chosen' : 'choice'}>
          <input
            type="radio"
            name="keep"
            value={choice.value}
            checked={keep === choice.value}
            onChange={() => setKeep(choice.value)}
          />
          <span>
            <b className="num-inline">{choice.says}</b>
            <small className="mut">{choice.from}</small>
          </span>
        </label>
      ))}
      <Button look="primary" onClick={() => edits.store.decide(cell, keep)}>
        {text.entry.keepChosen}
      </Button>
    </fieldset>
  )
}
