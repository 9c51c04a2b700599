import { useState } from 'react'
import type { Finding } from '#core/validation/finding.ts'
import { useText } from '../../platform/text/use-text.ts'
import { Icon } from '../../ui/icons.tsx'
import { type FormModel, findingsOf } from '../form/form-model.ts'
import { FindingsDialog } from './findings-dialog.tsx'

interface FindingCountsProps {
  readonly model: FormModel
  onGoTo(cell: string): void
}

/** How much the checks found; each count opens what it counts. */
export function FindingCounts({ model, onGoTo }: FindingCountsProps) {
  const text = useText()
  const [open, setOpen] = useState<Finding['severity'] | null>(null)
  const [errors, warnings] = [findingsOf(model, 'hard').length, findingsOf(model, 'soft').length]
  return (
    <>
      {errors > 0 ? (
        <button type="button" className="link bad" onClick={() => setOpen('hard')}>
          <Icon name="stop" size={14} />
          {text.entry.errors(errors)}
        </button>
      ) : null}
      {warnings > 0 ? (
        <button type="button" className="link warn" onClick={() => setOpen('soft')}>
          <Icon name="warn" size={14} />
          {text.entry.warnings(warnings)}
        </button>
      ) : null}
      {open === null ? null : (
        <FindingsDialog model={model} severity={open} onGoTo={onGoTo} onClose={() => setOpen(null)} />
      )}
    </>
  )
}
