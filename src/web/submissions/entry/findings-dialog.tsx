import { findingSentence } from '#contract/finding-sentences.ts'
import { cellName } from '#core/form/layout.ts'
import type { Finding } from '#core/validation/finding.ts'
import { useLanguage } from '../../platform/text/language.ts'
import { useText } from '../../platform/text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { type FormModel, findingsOf, labelOfCell } from '../form/form-model.ts'

interface FindingsDialogProps {
  readonly model: FormModel
  readonly severity: Finding['severity']
  onGoTo(cell: string): void
  onClose(): void
}

/** What the checks found, each a way to its cell, with what was said about it. */
export function FindingsDialog({ model, severity, onGoTo, onClose }: FindingsDialogProps) {
  const text = useText()
  const { language } = useLanguage()
  const findings = findingsOf(model, severity)
  const [first] = findings
  const title = severity === 'hard' ? text.entry.errorsTitle : text.entry.warnings
  const go = (finding: Finding): void => {
    onClose()
    // The dialog gives the focus back when it closes; the grid takes it after that.
    setTimeout(() => onGoTo(cellName(finding)))
  }
  return (
    <Dialog title={title(findings.length)} closeLabel={text.common.close} onClose={onClose}>
      <p className="ink2">{severity === 'hard' ? text.entry.errorsAdvice : text.findings.warningsAdvice}</p>
      <ul className="missing-cells finding-cells">
        {findings.map((finding) => {
          const note = model.cells.get(cellName(finding))?.note ?? ''
          return (
            <li key={`${cellName(finding)} ${finding.rule}`}>
              <button type="button" className="link" onClick={() => go(finding)}>
                {labelOfCell(model, cellName(finding))}
              </button>
              <br />
              <span className="ink2">{findingSentence(finding, language)}</span>
              {note === '' ? null : (
                <>
                  <br />
                  <span className="mut">
                    {text.review.note}: {note}
                  </span>
                </>
              )}
            </li>
          )
        })}
      </ul>
      <div className="dialog-foot">
        <Button onClick={onClose}>{text.common.close}</Button>
        {first === undefined ? null : (
          <Button look="primary" onClick={() => go(first)}>
            {text.entry.goToFirst}
          </Button>
        )}
      </div>
    </Dialog>
  )
}
