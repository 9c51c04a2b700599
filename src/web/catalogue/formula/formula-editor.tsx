import './formula-editor.css'
import { useId } from 'react'
import type { IndicatorSummary } from '#contract/catalogue.ts'
import { useText } from '../../platform/text/use-text.ts'
import { ProposalList } from './proposal-list.tsx'
import type { PlacedSentence, TypedFormula } from './read-typed.ts'
import { TypedReading } from './typed-reading.tsx'
import { useCompletion } from './use-completion.ts'

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
  const { field, open, active, look, close, onKeyDown, accept } = useCompletion(indicators)
  const show = ({ position, length }: PlacedSentence): void => {
    field.current?.focus()
    field.current?.setSelectionRange(position, position + length)
  }
  return (
    <section className="formula-editor">
      <label className="formula-label" htmlFor={id}>
        {words.editor}
      </label>
      <div className="formula-field">
        <Marked text={text} problems={typed.problems} />
        <textarea
          ref={field}
          id={id}
          className="input"
          defaultValue={initial}
          rows={3}
          autoComplete="off"
          autoCorrect="off"
          autoCapitalize="off"
          spellCheck={false}
          aria-describedby={`${id}-help`}
          aria-invalid={typed.problems.length > 0}
          aria-autocomplete="list"
          aria-controls={open === undefined ? undefined : `${id}-proposals`}
          aria-activedescendant={open === undefined ? undefined : `${id}-proposals-${active}`}
          onInput={(event) => {
            onType(event.currentTarget.value)
            look()
          }}
          onKeyDown={onKeyDown}
          onClick={look}
          onBlur={close}
        />
        {open === undefined ? null : (
          <ProposalList id={`${id}-proposals`} proposals={open.proposals} active={active} onAccept={accept} />
        )}
      </div>
      <p className="mut formula-help" id={`${id}-help`}>
        {words.help}
      </p>
      <p className="sr" role="status">
        {open === undefined ? '' : words.proposalCount(open.proposals.length)}
      </p>
      <TypedReading text={text} typed={typed} measure={measure} onShow={show} />
    </section>
  )
}

/** The same text behind the field, with a wavy line where something is wrong. */
function Marked({ text, problems }: { readonly text: string; readonly problems: readonly PlacedSentence[] }) {
  const [first] = [...problems].sort((a, b) => a.position - b.position)
  if (!first) return null
  const end = first.position + Math.max(first.length, 1)
  return (
    <div className="formula-marks" aria-hidden="true">
      {text.slice(0, first.position)}
      <mark>{text.slice(first.position, end) || ' '}</mark>
      {text.slice(end)}
    </div>
  )
}
