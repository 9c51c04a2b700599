import { useQuery } from '@tanstack/react-query'
import type { CheckRuleList, CheckRuleVersionView } from '#contract/check-rules.ts'
import { fullDay } from '../../platform/clock.ts'
import { useText } from '../../platform/text/use-text.ts'
import { indicatorsOptions } from '../catalogue-queries.ts'
import { aloud, namesIn, readTyped, typedForm } from './condition-words.ts'
import { RuleStateTag } from './rule-state-tag.tsx'

interface RuleFactsProps {
  readonly list: CheckRuleList
  readonly rule: CheckRuleVersionView
}

/** What the newest version asks, of whom, how much it weighs, and on what grounds. */
export function RuleFacts({ list, rule }: RuleFactsProps) {
  const text = useText().checkRules
  const { data } = useQuery(indicatorsOptions())
  const names = namesIn(rule.scope, list.forms, data?.indicators ?? [])
  const typed = typedForm(rule.condition)
  const read = readTyped(typed, names)
  return (
    <>
      <div className="rule-head">
        <h2>{rule.name}</h2>
        <RuleStateTag rule={rule} />
      </div>
      <dl className="rule-facts">
        <dt>{text.code}</dt>
        <dd>{text.versionTitle(rule.code, rule.version)}</dd>
        <dt>{text.scope}</dt>
        <dd>
          <ScopeWords list={list} rule={rule} nameOf={names.nameOf} />
        </dd>
        <dt>{text.condition}</dt>
        <dd>
          {read.ok ? <p className="rule-aloud">{aloud(read, names)}</p> : null}
          <code>{typed}</code>
        </dd>
        <dt>{text.severity}</dt>
        <dd>
          {text.severities[rule.severity]}. <span className="ink2">{text.severityHints[rule.severity]}</span>
        </dd>
        {rule.message === '' ? null : (
          <>
            <dt>{text.messageLabel}</dt>
            <dd>«{rule.message}: …»</dd>
          </>
        )}
        {rule.validFrom === null ? null : (
          <>
            <dt>{text.from}</dt>
            <dd>
              {rule.validTo === null
                ? fullDay(rule.validFrom)
                : text.until(fullDay(rule.validFrom), fullDay(rule.validTo))}
            </dd>
          </>
        )}
        {rule.source === '' ? null : (
          <>
            <dt>{text.source}</dt>
            <dd>
              {rule.source} <span className="mut">({rule.confidence})</span>
            </dd>
          </>
        )}
      </dl>
    </>
  )
}

function ScopeWords({
  list,
  rule,
  nameOf,
}: RuleFactsProps & { readonly nameOf: (code: string) => string | undefined }) {
  const text = useText().checkRules
  const { scope } = rule
  if (scope.kind === 'form') {
    const form = list.forms.find(({ code }) => code === scope.form)
    return (
      <>
        {text.form} {scope.form} <span className="ink2">{form?.title}</span>
      </>
    )
  }
  return (
    <ul className="rule-indicators">
      {scope.indicators.map((code) => (
        <li key={code}>
          {code} <span className="ink2">{nameOf(code)}</span>
        </li>
      ))}
    </ul>
  )
}
