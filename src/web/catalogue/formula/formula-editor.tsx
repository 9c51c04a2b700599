import './formula-editor.css'
import { useId, useMemo } from 'react'
import type { IndicatorSummary } from '#contract/catalogue.ts'
import { useText } from '../../platform/text/use-text.ts'
import { everyFunction } from '../formula-field/completion.ts'
import { FormulaField } from '../formula-field/formula-field.tsx'
import { useCompletion } from '../formula-field/use-completion.ts'
import type { TypedFormula } from './read-typed.ts'
import { TypedReading } from './typed-reading.tsx'

interface FormulaEditorProps {
  readonly initial: string
  readonly text: string
  readonly typed: TypedFormula
  readonly measure: string
  readonly indicators: readonly IndicatorSummary[]
  onType(text: string): void
}

/** The text of a formula with its problems marked in place, proposals while typing, and what it says in words. */
export function FormulaEditor({ initial, text, typed, measure, indicators, onType }: FormulaEditorProps) {
  const words = useText().formula
  const id = useId()
  const readings = useMemo(() => indicators.filter(({ valueKind }) => valueKind === 'number'), [indicators])
  const box = useCompletion({ readings, functions: everyFunction })
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
