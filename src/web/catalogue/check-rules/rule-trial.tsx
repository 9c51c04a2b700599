import { useState } from 'react'
import type { CheckRuleTrialQuestion } from '#contract/check-rules.ts'
import { useText } from '../../platform/text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { TrialResult } from './trial-result.tsx'
import { useTrial } from './use-trial.ts'

type Tried = Omit<CheckRuleTrialQuestion, 'months'>

interface RuleTrialProps {
  /** undefined while its condition cannot be read. */
  readonly rule: Tried | undefined
}

const choices = [6, 12, 30] as const

/** What the rule would have found in the reports of past periods, before anybody is bothered by it. */
export function RuleTrial({ rule }: RuleTrialProps) {
  const text = useText().checkRules
  const [months, setMonths] = useState<number>(30)
  const { trial, seconds, stop } = useTrial()
  const question = rule && { scope: rule.scope, severity: rule.severity, condition: rule.condition, months }
  const isOutdated = JSON.stringify(trial.variables) !== JSON.stringify(question)
  return (
    <section className="rule-trial" aria-labelledby="rule-trial">
      <h3 id="rule-trial">{text.trial}</h3>
      <p className="xs mut">{text.trialHint}</p>
      <div className="row wrap no-print">
        <select
          className="input"
          aria-label={text.months}
          value={months}
          onChange={(event) => setMonths(Number(event.target.value))}
        >
          {choices.map((n) => (
            <option key={n} value={n}>
              {text.monthsOf(n)}
            </option>
          ))}
        </select>
        {trial.isPending ? (
          <Button icon="stop" onClick={stop}>
            {text.stop}
          </Button>
        ) : (
          <Button icon="search" disabled={question === undefined} onClick={() => question && trial.mutate(question)}>
            {text.try}
          </Button>
        )}
        <span className="ink2" role="status">
          {trial.isPending ? text.trying(seconds) : ''}
        </span>
      </div>
      {trial.isError ? <ProblemNote error={trial.error} /> : null}
      {trial.data ? (
        <>
          {isOutdated ? <p className="warn">{text.outdated}</p> : null}
          <TrialResult result={trial.data} />
        </>
      ) : null}
    </section>
  )
}
