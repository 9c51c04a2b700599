import { type ReactNode, useState } from 'react'
import { useText } from '../../platform/text/use-text.ts'
import { Button } from '../button.tsx'
import { Dialog } from '../dialog.tsx'
import { ProblemNote } from '../problem-note.tsx'
import { type StepDialogProps, useTaking, type Verb } from './take-step.ts'

interface ReasonDialogProps extends StepDialogProps {
  readonly verb: Verb
  readonly title: string
  readonly advice: string
  readonly action: string
  readonly placeholder?: string
  /** Sending back looks like what it is. */
  readonly look?: 'danger' | 'primary'
  /** Fields besides the reason. */
  readonly children?: ReactNode
}

/** A step that always says why. */
export function ReasonDialog(props: ReasonDialogProps) {
  const { verb, title, advice, action, placeholder, look = 'primary', children, take, onClose } = props
  const text = useText()
  const step = useTaking({ take, onClose })
  const [reason, setReason] = useState('')
  return (
    <Dialog title={title} closeLabel={text.common.close} onClose={onClose}>
      <p className="ink2">{advice}</p>
      <label className="field">
        <span>{text.review.reason}</span>
        <textarea
          data-first=""
          className="input"
          required
          maxLength={2000}
          placeholder={placeholder}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </label>
      {children}
      {step.isError ? <ProblemNote error={step.error} /> : null}
      <div className="dialog-foot">
        <Button onClick={onClose}>{text.common.cancel}</Button>
        <Button
          look={look}
          {...(look === 'danger' ? { icon: 'return' as const } : {})}
          disabled={step.isPending || reason.trim() === ''}
          onClick={() => step.mutate({ verb, reason: reason.trim() })}
        >
          {action}
        </Button>
      </div>
    </Dialog>
  )
}
