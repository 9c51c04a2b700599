import './formula-field.css'
import { useText } from '../../platform/text/use-text.ts'
import type { PlacedSentence } from './placed-sentence.ts'
import { ProposalList } from './proposal-list.tsx'
import type { CompletionBox } from './use-completion.ts'

interface FormulaFieldProps {
  readonly id: string
  readonly box: CompletionBox
  readonly initial: string
  readonly text: string
  readonly problems: readonly PlacedSentence[]
  readonly describedBy: string
  onType(text: string): void
}

/** A text in the formula language: its first problem marked in place, proposals while typing. */
export function FormulaField({ id, box, initial, text, problems, describedBy, onType }: FormulaFieldProps) {
  const words = useText().formula
  const { field, open, active, look, close, onKeyDown, accept } = box
  return (
    <>
      <div className="formula-field">
        <Marked text={text} problems={problems} />
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
          aria-describedby={describedBy}
          aria-invalid={problems.length > 0}
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
      <p className="sr" role="status">
        {open === undefined ? '' : words.proposalCount(open.proposals.length)}
      </p>
    </>
  )
}

/** The same text behind the field, with a wavy line where something is wrong. */
function Marked({ text, problems }: Pick<FormulaFieldProps, 'text' | 'problems'>) {
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
