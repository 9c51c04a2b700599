import { useNavigate } from '@tanstack/react-router'
import { type CheckRuleList, type CheckRuleVersionView, checkRuleCode } from '#contract/check-rules.ts'
import { useText } from '../../platform/text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { Segments } from '../../ui/segments.tsx'
import { useRuleWriting } from './check-rule-queries.ts'
import type { CheckRuleSearch } from './check-rule-search.ts'
import { ConditionField } from './condition-field.tsx'
import { RuleTrial } from './rule-trial.tsx'
import { ScopeFields } from './scope-fields.tsx'
import { useRuleDraft } from './use-rule-draft.ts'

interface RuleEditorProps {
  readonly list: CheckRuleList
  /** The newest version; undefined for a new rule. */
  readonly rule: CheckRuleVersionView | undefined
  readonly filters: CheckRuleSearch
  onDone(): void
}

/** A draft, which nobody is asked by; tried as it stands, saved or not. */
export function RuleEditor({ list, rule, filters, onDone }: RuleEditorProps) {
  const { checkRules: text } = useText()
  const navigate = useNavigate()
  const writing = useRuleWriting()
  const { fields, set, scope, names, read, unknown, asked, draft } = useRuleDraft(list, rule)
  const isNamed = rule !== undefined || checkRuleCode.safeParse(fields.code).success
  const leave = (): void => {
    if (rule === undefined) void navigate({ to: '/catalogue/check-rules', search: filters })
    else onDone()
  }
  const save = (): void => {
    if (draft === undefined) return
    const { code } = fields
    writing.mutate(
      { kind: rule === undefined ? 'add' : 'draft', code, draft },
      {
        onSuccess: () => {
          onDone()
          void navigate({ to: '/catalogue/check-rules/$code', params: { code }, search: filters })
        },
      },
    )
  }
  return (
    <form
      className="rule-editor"
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <h2>{rule === undefined ? text.newTitle : rule.name}</h2>
      {rule === undefined ? (
        <label className="field">
          <span>{text.code}</span>
          <input
            className="input"
            required
            maxLength={40}
            autoComplete="off"
            spellCheck={false}
            value={fields.code}
            onChange={(event) => set({ code: event.target.value.toUpperCase() })}
          />
          <small className="mut">{text.codeHint}</small>
        </label>
      ) : null}
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
        forms={list.forms}
        scope={scope}
        indicators={fields.indicators}
        unknown={unknown}
        onChoose={(kind) => set({ kind })}
        onForm={(form) => set({ form })}
        onIndicators={(indicators) => set({ indicators })}
      />
      <ConditionField
        value={fields.condition}
        {...{ read, names, scope, forms: list.forms }}
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
      <TextFields message={fields.message} reason={fields.reason} onChange={set} />
      {writing.isError ? <ProblemNote error={writing.error} /> : null}
      <div className="row wrap">
        <Button type="submit" look="primary" disabled={draft === undefined || !isNamed || writing.isPending}>
          {text.save}
        </Button>
        <Button onClick={leave}>{text.giveUp}</Button>
      </div>
      <RuleTrial rule={asked} />
    </form>
  )
}

interface TextFieldsProps {
  readonly message: string
  readonly reason: string
  onChange(next: { readonly message?: string; readonly reason?: string }): void
}

function TextFields({ message, reason, onChange }: TextFieldsProps) {
  const { checkRules: text } = useText()
  return (
    <>
      <label className="field">
        <span>{text.message}</span>
        <input
          className="input"
          maxLength={300}
          value={message}
          onChange={(event) => onChange({ message: event.target.value })}
        />
        <small className="mut">{text.messageHint}</small>
      </label>
      <label className="field">
        <span>{text.reason}</span>
        <input
          className="input"
          maxLength={500}
          value={reason}
          onChange={(event) => onChange({ reason: event.target.value })}
        />
      </label>
    </>
  )
}
