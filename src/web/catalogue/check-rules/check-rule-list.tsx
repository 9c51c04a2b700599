import { Link } from '@tanstack/react-router'
import type { CheckRuleList as List } from '#contract/check-rules.ts'
import { useText } from '../../platform/text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Icon } from '../../ui/icons.tsx'
import { FilterChoice } from '../indicators/filter-choice.tsx'
import { type CheckRuleSearch, checkRuleSearch } from './check-rule-search.ts'
import { RuleStateTag } from './rule-state-tag.tsx'
import { newestVersions, rulesShown } from './rules-shown.ts'

interface CheckRuleListProps {
  readonly list: List
  readonly filters: CheckRuleSearch
  readonly chosen: string | undefined
  onChange(search: CheckRuleSearch): void
}

/** Each a link that keeps the filters. */
export function CheckRuleList({ list, filters, chosen, onChange }: CheckRuleListProps) {
  const text = useText().checkRules
  const shown = rulesShown(list.rules, filters)
  return (
    <section className="card rule-list" aria-label={text.title}>
      <RuleFilters filters={filters} onChange={onChange} />
      <p className="rule-count" role="status">
        {text.shown(shown.length, newestVersions(list.rules).length)}
      </p>
      {shown.length === 0 ? (
        <EmptyState icon="search" title={text.empty} advice={text.emptyAdvice}>
          <Button onClick={() => onChange({ q: undefined, severity: undefined, state: undefined })}>
            {text.clear}
          </Button>
        </EmptyState>
      ) : null}
      <ul>
        {shown.map((rule) => (
          <li key={rule.code}>
            <Link
              to="/catalogue/check-rules/$code"
              params={{ code: rule.code }}
              search={filters}
              aria-current={rule.code === chosen ? 'true' : undefined}
              preload={false}
            >
              <span className={rule.severity === 'hard' ? 'bad' : 'warn'}>
                <Icon name={rule.severity === 'hard' ? 'stop' : 'warn'} label={text.severities[rule.severity]} />
              </span>
              <span className="grow">
                <b>{rule.name}</b>
                <small>{rule.code}</small>
              </span>
              <span className="rule-tags">
                {rule.state === 'draft' && hasOn(list, rule.code) ? <RuleStateTag rule={{ state: 'on' }} /> : null}
                <RuleStateTag rule={rule} />
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** A draft beside the version that is asked meanwhile. */
function hasOn({ rules }: List, code: string): boolean {
  return rules.some((rule) => rule.code === code && rule.state === 'on')
}

const states = checkRuleSearch.shape.state

function RuleFilters({ filters, onChange }: Pick<CheckRuleListProps, 'filters' | 'onChange'>) {
  const text = useText().checkRules
  return (
    <search className="rule-filters no-print">
      <input
        className="input"
        type="search"
        aria-label={text.search}
        placeholder={text.searchHint}
        autoComplete="off"
        spellCheck={false}
        value={filters.q ?? ''}
        onChange={(event) => onChange({ q: event.target.value || undefined })}
      />
      <FilterChoice
        label={text.severity}
        value={filters.severity}
        choices={(['hard', 'soft'] as const).map((it) => [it, text.severities[it]])}
        onChoose={(severity) => onChange({ severity: checkRuleSearch.shape.severity.parse(severity) })}
      />
      <FilterChoice
        label={text.state}
        value={filters.state}
        choices={(['draft', 'on', 'off'] as const).map((it) => [it, text.states[it]])}
        onChoose={(state) => onChange({ state: states.parse(state) })}
      />
    </search>
  )
}
