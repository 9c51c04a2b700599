import { type CheckRuleList, type CheckRuleVersionView, checkRuleCode } from '#contract/check-rules.ts'
import { useText } from '../../platform/text/use-text.ts'
import { AskBeforeLeaving } from '../../ui/ask-before-leaving.tsx'
import { Button } from '../../ui/button.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { AskedFields } from './asked-fields.tsx'
import type { CheckRuleSearch } from './check-rule-search.ts'
import { NewerRule } from './newer-rule.tsx'
import { RuleTrial } from './rule-trial.tsx'
import { useRuleDraft } from './use-rule-draft.ts'
import { useRuleSaving } from './use-rule-saving.ts'

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
  const { checkRules: text, formula: says } = useText()
  const draft = useRuleDraft(list, rule)
  const { writing, newer, keepTyped, save, leave } = useRuleSaving(props, draft)
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
      {newer ? <NewerRule list={list} rule={newer} onKeep={keepTyped} /> : null}
      {writing.isError && !newer ? <ProblemNote error={writing.error} /> : null}
      <div className="row wrap">
        <Button
          type="submit"
          look="primary"
          disabled={draft.draft === undefined || !isNamed || newer !== undefined || writing.isPending}
        >
          {text.save}
        </Button>
        <Button onClick={leave}>{text.giveUp}</Button>
      </div>
      <RuleTrial rule={draft.asked} />
      <AskBeforeLeaving
        isAsked={draft.isTyped}
        title={text.leaveTitle}
        advice={says.leaveAdvice}
        leave={says.leaveAnyway}
        stay={says.stay}
      />
    </form>
  )
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
