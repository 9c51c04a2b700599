import type { CheckRuleList, CheckRuleVersionView } from '#contract/check-rules.ts'
import { spokenMoment } from '../../platform/text/moments.ts'
import { useText } from '../../platform/text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { NewerNote } from '../newer-note.tsx'
import { RuleFacts } from './rule-facts.tsx'

interface NewerRuleProps {
  readonly list: CheckRuleList
  readonly rule: CheckRuleVersionView
  /** Goes on with what is typed, now knowing of the other. */
  onKeep(): void
}

/** The rule as somebody left it while it was being written here: nothing is saved over it unseen. */
export function NewerRule({ list, rule, onKeep }: NewerRuleProps) {
  const whole = useText()
  const text = whole.checkRules
  return (
    <NewerNote>
      <p>
        <b>{text.newer(rule.version)}</b>, {spokenMoment(whole, rule.changedAt)},{' '}
        {rule.agency === '' ? text.fromReference : text.by(rule.agency)}
        {rule.reason === '' ? null : `: «${rule.reason}»`}
      </p>
      <RuleFacts list={list} rule={rule} />
      <p>{text.newerAdvice}</p>
      <div className="row wrap">
        <Button onClick={onKeep}>{text.keepTyped}</Button>
      </div>
    </NewerNote>
  )
}
