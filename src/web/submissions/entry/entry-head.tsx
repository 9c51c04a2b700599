import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { SubmissionView } from '#contract/submissions.ts'
import { shortDay } from '../../platform/clock.ts'
import { useText } from '../../platform/text/use-text.ts'
import { Button, buttonClass } from '../../ui/button.tsx'
import { WithdrawDialog } from '../withdraw-dialog.tsx'
import { FormTabs } from './form-tabs.tsx'
import { SubmitDialog } from './submit-dialog.tsx'
import type { FormEdits } from './use-form-edits.ts'

interface EntryHeadProps {
  readonly submission: SubmissionView
  readonly edits: FormEdits
  /** Cells whose text could not be taken. */
  readonly unread: number
  onGoTo(cell: string): void
}

export function EntryHead({ submission, edits, unread, onGoTo }: EntryHeadProps) {
  const text = useText()
  const [open, setOpen] = useState<'submit' | 'withdraw' | null>(null)
  const { period, can } = submission
  const { form } = edits.model
  return (
    <div className="work-head no-print">
      <div className="grow">
        <p className="crumb">
          <Link to="/">{text.frame.desk}</Link> › <Link to="/entry">{text.frame.entry}</Link> › {submission.regime.name}{' '}
          › {text.entry.takenFor(period.name, shortDay(period.from), shortDay(period.to))}
        </p>
        <div className="row wrap">
          <h1>{form.title}</h1>
          <FormTabs submission={submission} model={edits.model} />
        </div>
      </div>
      <Button icon="print" onClick={() => print()}>
        {text.common.print}
      </Button>
      {can.includes('withdraw') ? <Button onClick={() => setOpen('withdraw')}>{text.verbs.withdraw}</Button> : null}
      {can.includes('submit') ? (
        <Button look="primary" onClick={() => setOpen('submit')}>
          {text.verbs.submit}
        </Button>
      ) : (
        <Link to="/review/$submissionId" params={{ submissionId: submission.id }} className={buttonClass()}>
          {text.entry.view}
        </Link>
      )}
      {open === 'submit' ? (
        <SubmitDialog
          submission={submission}
          edits={edits}
          unread={unread}
          onGoTo={onGoTo}
          onClose={() => setOpen(null)}
        />
      ) : null}
      {open === 'withdraw' ? <WithdrawDialog submission={submission} onClose={() => setOpen(null)} /> : null}
    </div>
  )
}
