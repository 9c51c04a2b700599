import './formula-editor.css'
import { useId } from 'react'
import { useText } from '../../platform/text/use-text.ts'
import { FormulaField } from '../formula-field/formula-field.tsx'
import type { CompletionBox } from '../formula-field/use-completion.ts'
import type { TypedFormula } from './read-typed.ts'
import { TypedReading } from './typed-reading.tsx'

interface FormulaEditorProps {
  readonly box: CompletionBox
  readonly initial: string
  readonly text: string
  readonly typed: TypedFormula
  readonly measure: string
  onType(text: string): void
}

/** The text of a formula with its problems marked in place, proposals while typing, and what it says in words. */
export function FormulaEditor({ box, initial, text, typed, measure, onType }: FormulaEditorProps) {
  const words = useText().formula
  const id = useId()
  return (
    <section className="formula-editor">
      <label className="formula-label" htmlFor={id}>
        {words.editor}
      </label>
      <FormulaField {...{ id, box, initial, text, onType }} problems={typed.problems} describedBy={`${id}-help`} />
      <p className="mut formula-help" id={`${id}-help`}>
        {words.help}
      </p>
      <TypedReading text={text} typed={typed} measure={measure} onShow={box.show} />
    </section>
  )
}
