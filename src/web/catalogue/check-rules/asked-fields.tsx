import type { CheckRuleList } from '#contract/check-rules.ts'
import { useText } from '../../platform/text/use-text.ts'
import { Segments } from '../../ui/segments.tsx'
import { ConditionField } from './condition-field.tsx'
import { ScopeFields } from './scope-fields.tsx'
import type { RuleDraft } from './use-rule-draft.ts'

interface AskedFieldsProps {
  readonly forms: CheckRuleList['forms']
  readonly draft: RuleDraft
}

/** Name, scope, condition and weight of a rule. */
export function AskedFields({ forms, draft }: AskedFieldsProps) {
  const { checkRules: text } = useText()
  const { initial, fields, set, scope, names, read, unknown } = draft
  return (
    <>
      <label className="field">
        <span>{text.name}</span>
        <input
          className="input"
          required
          maxLength={200}
          value={fields.name}
          onChange={(event) => set({ name: event.target.value })}
        />
      </label>
      <ScopeFields
        {...{ forms, scope, unknown }}
        indicators={fields.indicators}
        onChoose={(kind) => set({ kind })}
        onForm={(form) => set({ form })}
        onIndicators={(indicators) => set({ indicators })}
      />
      <ConditionField
        {...{ initial, read, names, scope, forms }}
        value={fields.condition}
        onChange={(condition) => set({ condition })}
      />
      <div className="field">
        <span>{text.severity}</span>
        <Segments
          label={text.severity}
          value={fields.severity}
          choices={(['soft', 'hard'] as const).map((value) => ({ value, label: text.severities[value] }))}
          onChoose={(severity) => set({ severity })}
        />
        <small className="mut">{text.severityHints[fields.severity]}</small>
      </div>
    </>
  )
}
