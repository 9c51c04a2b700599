import type { FormulaChange } from '#contract/explanation.ts'
import { fullDay } from '../platform/clock.ts'
import { useText } from '../platform/text/use-text.ts'

/** A formula that was given another text: from which day, from what to what, by whom and why. */
export function FormulaMoved({ change: { label, validFrom, before, after, reason, by } }: FormulaMovedProps) {
  const words = useText().explanation
  return (
    <>
      <p>{words.formulaChanged(label, fullDay(validFrom))}</p>
      <p className="explain-formula">
        <span className="ink2">{before === '' ? words.withoutFormula : before}</span> →{' '}
        {after === '' ? words.withoutFormula : after}
      </p>
      <p className="mut">
        {words.because(reason)}
        {by === null ? '' : ` · ${by.name}`}
      </p>
    </>
  )
}

interface FormulaMovedProps {
  readonly change: FormulaChange
}
