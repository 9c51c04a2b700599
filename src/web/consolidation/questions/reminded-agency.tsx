import { useState } from 'react'
import type { ProvinceTable } from '#contract/province.ts'
import type { Question } from '#contract/questions.ts'
import { shortMoment } from '../../platform/clock.ts'
import { useText } from '../../platform/text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icons.tsx'
import { phoneAddress } from '../status-words.ts'
import { ReminderForm } from './reminder-form.tsx'

interface RemindedAgencyProps {
  readonly table: ProvinceTable
  readonly agency: ProvinceTable['awaited'][number]
  /** Newest first; undefined until they are known. */
  readonly reminders: readonly Question[] | undefined
}

export function RemindedAgency({ table, agency, reminders }: RemindedAgencyProps) {
  const text = useText()
  const words = text.remind
  const [isWriting, setIsWriting] = useState(false)
  const { shortName, contactName, contactPhone, isOverdue } = agency
  return (
    <li>
      <div className="row">
        <div className="reminded-who">
          <b>{shortName}</b>{' '}
          <span className={isOverdue ? 'bad' : 'ink2'}>· {isOverdue ? words.isOverdue : words.isMissing}</span>
          {contactPhone === '' ? null : (
            <p className="xs">
              <a href={phoneAddress(contactPhone)}>
                <Icon name="phone" size={14} /> {text.province.call(contactName, contactPhone)}
              </a>
            </p>
          )}
        </div>
        {isWriting ? null : (
          <Button isSmall disabled={reminders === undefined} onClick={() => setIsWriting(true)}>
            {reminders && reminders.length > 0 ? words.writeAgain : words.write}
          </Button>
        )}
      </div>
      {reminders ? <Reminders reminders={reminders} /> : null}
      {isWriting ? <ReminderForm table={table} agency={agency} onClose={() => setIsWriting(false)} /> : null}
    </li>
  )
}

function Reminders({ reminders }: { readonly reminders: readonly Question[] }) {
  const words = useText().remind
  if (reminders.length === 0) return <p className="xs mut">{words.neverReminded}</p>
  return (
    <ul className="xs mut">
      {reminders.map(({ id, by, at, body, replies }) => (
        <li key={id}>
          {words.reminded(by?.name ?? '', shortMoment(at))}: «{body}»
          {replies.some(({ kind }) => kind === 'answer') ? ` · ${words.answered}` : ''}
        </li>
      ))}
    </ul>
  )
}
