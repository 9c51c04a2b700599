import type { CheckRuleList } from '#contract/check-rules.ts'
import { useText } from '../../platform/text/use-text.ts'
import type { Proposal } from '../formula-field/completion.ts'

interface RowChoiceProps {
  readonly forms: CheckRuleList['forms']
  readonly form: string
  onChoose(reading: Proposal): void
}

/** The rows by their names, each put into the condition by its key. */
export function RowChoice({ forms, form, onChoose }: RowChoiceProps) {
  const text = useText().checkRules
  const rows = forms.find(({ code }) => code === form)?.rows ?? []
  return (
    <details className="row-choice">
      <summary>{text.rows}</summary>
      <ul>
        {rows.map(({ key, label, measure }) => (
          <li key={key}>
            <button
              type="button"
              className="link"
              aria-label={text.insert(label)}
              onClick={() => onChoose({ kind: 'reading', reading: { code: key, name: label, measure } })}
            >
              [{key}]
            </button>{' '}
            {label} <small className="mut">{measure}</small>
          </li>
        ))}
      </ul>
    </details>
  )
}
