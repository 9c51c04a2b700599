import { findingSentence } from '#contract/finding-sentences.ts'
import { cellName } from '#core/form/layout.ts'
import type { Finding } from '#core/validation/finding.ts'
import { useLanguage } from '../../platform/text/language.ts'
import { useText } from '../../platform/text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { type FormModel, labelOfCell } from '../form/form-model.ts'

export function hardFindings({ findings }: FormModel): readonly Finding[] {
  return [...findings.values()].flat().filter(({ severity }) => severity === 'hard')
}

interface ErrorCellsProps {
  readonly model: FormModel
  readonly errors: readonly Finding[]
  onGoTo(cell: string): void
  onClose(): void
}

const mostListed = 8

/** What has to be put right before submitting, each a way to its cell. */
export function ErrorCells({ model, errors, onGoTo, onClose }: ErrorCellsProps) {
  const text = useText()
  const { language } = useLanguage()
  const [first] = errors
  const go = (finding: Finding): void => {
    onClose()
    // The dialog gives the focus back when it closes; the grid takes it after that.
    setTimeout(() => onGoTo(cellName(finding)))
  }
  return (
    <>
      <p className="ink2">{text.entry.errorsAdvice}</p>
      <ul className="missing-cells">
        {errors.slice(0, mostListed).map((finding) => (
          <li key={`${cellName(finding)} ${finding.rule}`}>
            <button type="button" className="link" onClick={() => go(finding)}>
              {labelOfCell(model, cellName(finding))}
            </button>
            <br />
            <span className="ink2">{findingSentence(finding, language)}</span>
          </li>
        ))}
        {errors.length > mostListed ? <li className="mut">{text.desk.left(errors.length - mostListed)}</li> : null}
      </ul>
      <div className="dialog-foot">
        <Button onClick={onClose}>{text.common.close}</Button>
        {first === undefined ? null : (
          <Button look="primary" onClick={() => go(first)}>
            {text.entry.goToFirst}
          </Button>
        )}
      </div>
    </>
  )
}
