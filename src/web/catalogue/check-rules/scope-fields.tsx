import { useId } from 'react'
import type { CheckRuleList } from '#contract/check-rules.ts'
import type { RuleScope } from '#core/validation/rule.ts'
import { useText } from '../../platform/text/use-text.ts'
import { Segments } from '../../ui/segments.tsx'

interface ScopeFieldsProps {
  readonly forms: CheckRuleList['forms']
  readonly scope: RuleScope
  /** As typed: codes with commas. */
  readonly indicators: string
  readonly unknown: string | undefined
  onChoose(kind: RuleScope['kind']): void
  onForm(form: string): void
  onIndicators(text: string): void
}

/** One form with its rows, or indicators wherever they stand. */
export function ScopeFields({ forms, scope, indicators, unknown, ...on }: ScopeFieldsProps) {
  const text = useText().checkRules
  const id = useId()
  return (
    <>
      <div className="field">
        <span>{text.scope}</span>
        <Segments
          label={text.scope}
          value={scope.kind}
          choices={(['form', 'indicators'] as const).map((kind) => ({ value: kind, label: text.scopes[kind] }))}
          onChoose={on.onChoose}
        />
      </div>
      {scope.kind === 'form' ? (
        <div className="field">
          <label htmlFor={id}>{text.form}</label>
          <select id={id} className="input" value={scope.form} onChange={(event) => on.onForm(event.target.value)}>
            {forms.map(({ code, title }) => (
              <option key={code} value={code}>
                {code}: {title}
              </option>
            ))}
          </select>
        </div>
      ) : (
        <label className="field">
          <span>{text.indicators}</span>
          <input
            className="input"
            required
            spellCheck={false}
            value={indicators}
            aria-invalid={unknown !== undefined}
            onChange={(event) => on.onIndicators(event.target.value)}
          />
          {unknown === undefined ? null : (
            <p className="bad" role="alert">
              {text.unknownIndicator(unknown)}
            </p>
          )}
        </label>
      )}
    </>
  )
}
