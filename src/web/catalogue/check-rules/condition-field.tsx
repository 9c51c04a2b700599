import { useId, useRef } from 'react'
import type { CheckRuleList } from '#contract/check-rules.ts'
import { sentence } from '#contract/problems.ts'
import type { ReadCondition } from '#core/validation/read-condition.ts'
import type { RuleScope } from '#core/validation/rule.ts'
import { useLanguage } from '../../platform/text/language.ts'
import { useText } from '../../platform/text/use-text.ts'
import { aloud, type Names } from './condition-words.ts'

interface ConditionFieldProps {
  readonly value: string
  readonly read: ReadCondition
  readonly names: Names
  readonly scope: RuleScope
  readonly forms: CheckRuleList['forms']
  onChange(text: string): void
}

/** The condition while it is written: how it reads aloud, or what is wrong at which place. */
export function ConditionField({ value, read, names, scope, forms, onChange }: ConditionFieldProps) {
  const text = useText().checkRules
  const id = useId()
  const area = useRef<HTMLTextAreaElement>(null)
  const insert = (reading: string): void => {
    const at = area.current?.selectionStart ?? value.length
    onChange(value.slice(0, at) + reading + value.slice(area.current?.selectionEnd ?? at))
    area.current?.focus()
  }
  return (
    <div className="field">
      <label htmlFor={id}>{text.condition}</label>
      <textarea
        ref={area}
        id={id}
        className="input rule-condition"
        required
        spellCheck={false}
        autoComplete="off"
        aria-invalid={!read.ok && value !== ''}
        aria-describedby={`${id}-says`}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      <div id={`${id}-says`} aria-live="polite">
        {value === '' ? <p className="xs mut">{text.conditionHint}</p> : <Reading {...{ value, read, names }} />}
        {scope.kind === 'indicators' ? <p className="xs mut">{text.eachHint}</p> : null}
      </div>
      {scope.kind === 'form' ? <RowChoice {...{ forms, form: scope.form }} onChoose={insert} /> : null}
    </div>
  )
}

function Reading({ value, read, names }: Pick<ConditionFieldProps, 'value' | 'read' | 'names'>) {
  const text = useText().checkRules
  const { language } = useLanguage()
  if (read.ok)
    return (
      <p>
        <span className="mut">{text.reads}:</span> {aloud(read, names)}
      </p>
    )
  return read.problems.map((problem) => (
    <p key={`${problem.code} ${problem.position}`} className="bad condition-problem">
      <b className="num-inline">{text.place(problem.position + 1)}</b>{' '}
      <code>
        {value.slice(Math.max(0, problem.position - 12), problem.position)}
        <mark>{value.slice(problem.position, problem.position + Math.max(1, problem.length)) || '␣'}</mark>
      </code>{' '}
      {sentence({ code: problem.code, details: { ...problem.details } }, language)}
    </p>
  ))
}

interface RowChoiceProps {
  readonly forms: CheckRuleList['forms']
  readonly form: string
  onChoose(reading: string): void
}

/** The rows by their names, each put into the condition by its key. */
function RowChoice({ forms, form, onChoose }: RowChoiceProps) {
  const text = useText().checkRules
  const rows = forms.find(({ code }) => code === form)?.rows ?? []
  return (
    <details className="row-choice">
      <summary>{text.rows}</summary>
      <ul>
        {rows.map(({ key, label, measure }) => (
          <li key={key}>
            <button type="button" className="link" aria-label={text.insert(label)} onClick={() => onChoose(`[${key}]`)}>
              [{key}]
            </button>{' '}
            {label} <small className="mut">{measure}</small>
          </li>
        ))}
      </ul>
    </details>
  )
}
