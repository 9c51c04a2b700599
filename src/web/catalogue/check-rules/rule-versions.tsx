import type { CheckRuleVersionView } from '#contract/check-rules.ts'
import { fullDay } from '../../platform/clock.ts'
import { spokenMoment } from '../../platform/text/moments.ts'
import { useText } from '../../platform/text/use-text.ts'
import { RuleStateTag } from './rule-state-tag.tsx'

/** Newest first: from when to when, by whom, why. */
export function RuleVersions({ versions }: { readonly versions: readonly CheckRuleVersionView[] }) {
  const whole = useText()
  const text = whole.checkRules
  return (
    <section className="rule-versions" aria-labelledby="rule-versions">
      <h3 id="rule-versions">{text.versions}</h3>
      <ol>
        {versions.map((version) => {
          const { validFrom, validTo, agency, reason } = version
          return (
            <li key={version.version}>
              <b>{text.version(version.version)}</b> <RuleStateTag rule={version} />{' '}
              {validFrom === null ? null : (
                <span className="num-inline">
                  {validTo === null ? text.since(fullDay(validFrom)) : text.until(fullDay(validFrom), fullDay(validTo))}
                </span>
              )}{' '}
              <span className="mut">
                {spokenMoment(whole, version.changedAt)}, {agency === '' ? text.fromReference : text.by(agency)}
              </span>
              {reason === '' ? null : <p className="ink2">«{reason}»</p>}
            </li>
          )
        })}
      </ol>
    </section>
  )
}
