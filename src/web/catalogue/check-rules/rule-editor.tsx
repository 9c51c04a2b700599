import { useNavigate } from '@tanstack/react-router'
import { type CheckRuleList, type CheckRuleVersionView, checkRuleCode } from '#contract/check-rules.ts'
import { useText } from '../../platform/text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { AskedFields } from './asked-fields.tsx'
import { useRuleWriting } from './check-rule-queries.ts'
import type { CheckRuleSearch } from './check-rule-search.ts'
import { RuleTrial } from './rule-trial.tsx'
import { type RuleDraft, useRuleDraft } from './use-rule-draft.ts'

interface RuleEditorProps {
  readonly list: CheckRuleList
  /** The newest version; undefined for a new rule. */
  readonly rule: CheckRuleVersionView | undefined
  readonly filters: CheckRuleSearch
  onDone(): void
}

/** A draft, which nobody is asked by; tried as it stands, saved or not. */
export function RuleEditor(props: RuleEditorProps) {
  const { list, rule } = props
  const { checkRules: text } = useText()
  const draft = useRuleDraft(list, rule)
  const { writing, save, leave } = useSaving(props, draft)
  const { fields, set } = draft
  const isNamed = rule !== undefined || checkRuleCode.safeParse(fields.code).success
  return (
    <form
      className="rule-editor"
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <h2>{rule === undefined ? text.newTitle : rule.name}</h2>
      {rule === undefined ? <CodeField code={fields.code} onChange={(code) => set({ code })} /> : null}
      <AskedFields forms={list.forms} draft={draft} />
      <TextFields message={fields.message} reason={fields.reason} onChange={set} />
      {writing.isError ? <ProblemNote error={writing.error} /> : null}
      <div className="row wrap">
        <Button type="submit" look="primary" disabled={draft.draft === undefined || !isNamed || writing.isPending}>
          {text.save}
        </Button>
        <Button onClick={leave}>{text.giveUp}</Button>
      </div>
      <RuleTrial rule={draft.asked} />
    </form>
  )
}

/** Saved, the rule is shown as it stands; left, a new one is forgotten. */
function useSaving({ rule, filters, onDone }: RuleEditorProps, { fields, draft }: RuleDraft) {
  const navigate = useNavigate()
  const writing = useRuleWriting()
  const leave = (): void => {
    if (rule === undefined) void navigate({ to: '/catalogue/check-rules', search: filters })
    else onDone()
  }
  const save = (): void => {
    if (draft === undefined) return
    const { code } = fields
    const onSuccess = (): void => {
      onDone()
      void navigate({ to: '/catalogue/check-rules/$code', params: { code }, search: filters })
    }
    writing.mutate({ kind: rule === undefined ? 'add' : 'draft', code, draft }, { onSuccess })
  }
  return { writing, save, leave }
}

interface CodeFieldProps {
  readonly code: string
  onChange(code: string): void
}

function CodeField({ code, onChange }: CodeFieldProps) {
  const { checkRules: text } = useText()
  return (
    <label className="field">
      <span>{text.code}</span>
      <input
        className="input"
        required
        maxLength={40}
        autoComplete="off"
        spellCheck={false}
        value={code}
        onChange={(event) => onChange(event.target.value.toUpperCase())}
      />
      <small className="mut">{text.codeHint}</small>
    </label>
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
