import '../back-to-list.css'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { CheckRuleList } from '#contract/check-rules.ts'
import { useText } from '../../platform/text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Icon } from '../../ui/icons.tsx'
import type { CheckRuleSearch } from './check-rule-search.ts'
import { RuleEditor } from './rule-editor.tsx'
import { RuleFacts } from './rule-facts.tsx'
import { RuleSwitch } from './rule-switch.tsx'
import { RuleTrial } from './rule-trial.tsx'
import { RuleVersions } from './rule-versions.tsx'

interface RuleViewProps {
  readonly list: CheckRuleList
  /** undefined: a new rule. */
  readonly code: string | undefined
  readonly filters: CheckRuleSearch
}

/** One rule: what it asks, what it would have found, since when it is asked; or its editor. */
export function RuleView({ list, code, filters }: RuleViewProps) {
  const text = useText().checkRules
  const versions = list.rules.filter((rule) => rule.code === code)
  const [newest] = versions
  const [isEditing, setIsEditing] = useState(code === undefined)
  const back = (
    <Link to="/catalogue/check-rules" search={filters} className="back-to-list">
      <Icon name="left" /> {text.toList}
    </Link>
  )
  if (code !== undefined && newest === undefined)
    return (
      <section>
        {back}
        <EmptyState icon="search" title={text.unknown(code)} advice={text.noneAdvice} />
      </section>
    )
  if (isEditing)
    return (
      <section className="card rule" aria-label={code ?? text.newTitle}>
        {back}
        <RuleEditor list={list} rule={newest} filters={filters} onDone={() => setIsEditing(false)} />
      </section>
    )
  if (newest === undefined) return null
  return (
    <section className="card rule" aria-label={newest.name}>
      {back}
      <RuleFacts list={list} rule={newest} />
      {list.canKeep ? (
        <div className="row wrap rule-acts no-print">
          <RuleSwitch versions={versions} />
          <Button icon="pen" onClick={() => setIsEditing(true)}>
            {text.revise}
          </Button>
        </div>
      ) : (
        <p className="mut">{text.readOnly}</p>
      )}
      {list.canKeep ? <RuleTrial rule={newest} /> : null}
      <RuleVersions versions={versions} />
    </section>
  )
}
