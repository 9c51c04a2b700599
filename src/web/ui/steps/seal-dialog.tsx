import { useState } from 'react'
import { localMoment, now } from '../../platform/clock.ts'
import { useText } from '../../platform/text/use-text.ts'
import { Button } from '../button.tsx'
import { DateField } from '../date-field.tsx'
import { Dialog } from '../dialog.tsx'
import { ProblemNote } from '../problem-note.tsx'
import { type StepDialogProps, useTaking } from './take-step.ts'

interface SealDialogProps extends StepDialogProps {
  /** As they were given before, if it was sealed once. */
  readonly given: { readonly documentNumber: string; readonly documentDate: string | null }
}

function today(): string {
  const { year, month, day } = localMoment(now())
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

/** The clerk gives the number and date of the register of outgoing documents. */
export function SealDialog({ given, take, onClose }: SealDialogProps) {
  const text = useText()
  const step = useTaking({ take, onClose })
  const [documentNumber, setDocumentNumber] = useState(given.documentNumber)
  const [documentDate, setDocumentDate] = useState(given.documentDate ?? today())
  return (
    <Dialog title={text.review.sealTitle} closeLabel={text.common.close} onClose={onClose}>
      <form
        className="dialog-form"
        onSubmit={(event) => {
          event.preventDefault()
          step.mutate({ verb: 'seal', documentNumber: documentNumber.trim(), documentDate })
        }}
      >
        <label className="field">
          <span>{text.review.documentNumber}</span>
          <input
            data-first=""
            className="input"
            required
            maxLength={50}
            placeholder={text.review.documentNumberHint}
            value={documentNumber}
            onChange={(event) => setDocumentNumber(event.target.value)}
          />
        </label>
        <DateField label={text.review.documentDate} value={documentDate} onChange={setDocumentDate} />
        {step.isError ? <ProblemNote error={step.error} /> : null}
        <div className="dialog-foot">
          <Button onClick={onClose}>{text.common.cancel}</Button>
          <Button
            type="submit"
            look="primary"
            disabled={step.isPending || documentNumber.trim() === '' || documentDate === ''}
          >
            {text.review.seal}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
