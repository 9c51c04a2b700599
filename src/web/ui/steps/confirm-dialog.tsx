import { useText } from '../../platform/text/use-text.ts'
import { Button } from '../button.tsx'
import { Dialog } from '../dialog.tsx'
import { ProblemNote } from '../problem-note.tsx'
import { type StepDialogProps, useTaking, type Verb } from './take-step.ts'

interface ConfirmDialogProps extends StepDialogProps {
  readonly verb: Verb
  readonly title: string
  /** What comes of it. */
  readonly advice: string
  readonly action: string
}

/** A step that needs nothing but a second look. */
export function ConfirmDialog({ verb, title, advice, action, take, onClose }: ConfirmDialogProps) {
  const text = useText()
  const step = useTaking({ take, onClose })
  return (
    <Dialog title={title} closeLabel={text.common.close} onClose={onClose}>
      <p className="ink2">{advice}</p>
      {step.isError ? <ProblemNote error={step.error} /> : null}
      <div className="dialog-foot">
        <Button onClick={onClose}>{text.common.cancel}</Button>
        <Button look="primary" disabled={step.isPending} onClick={() => step.mutate({ verb })}>
          {action}
        </Button>
      </div>
    </Dialog>
  )
}
