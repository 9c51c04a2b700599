import './check-rules.css'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useText } from '../../platform/text/use-text.ts'
import { buttonClass } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Icon } from '../../ui/icons.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { CatalogueTabs } from '../catalogue-tabs.tsx'
import { CheckRuleList } from './check-rule-list.tsx'
import { checkRulesOptions } from './check-rule-queries.ts'
import type { CheckRuleSearch } from './check-rule-search.ts'
import { RuleView } from './rule-view.tsx'

/** The address of a rule that is being thought out; codes are capitals, so that none is taken for it. */
const newRule = 'new'

/** The rules that the filters leave, and the chosen one with its trial. On a phone one after the other. */
export function CheckRulesPage() {
  const text = useText()
  const { code } = useParams({ strict: false })
  const filters = useSearch({ strict: false }) as CheckRuleSearch
  const navigate = useNavigate()
  const { data, error } = useQuery(checkRulesOptions())
  const change = (search: CheckRuleSearch): void =>
    void navigate({ to: '.', search: { ...filters, ...search }, replace: true })
  return (
    <main className="page check-rules" id="main" tabIndex={-1}>
      <title>{`${code === undefined || code === newRule ? '' : `${code} · `}${text.checkRules.title} · ${text.name.system}`}</title>
      <div className="page-head">
        <h1>{text.checkRules.title}</h1>
        <p className="ink2 grow">{text.checkRules.hint}</p>
        {data?.canKeep ? (
          <Link
            to="/catalogue/check-rules/$code"
            params={{ code: newRule }}
            search={filters}
            className={buttonClass(code === undefined ? 'primary' : 'outline')}
          >
            <Icon name="plus" /> {text.checkRules.add}
          </Link>
        ) : null}
      </div>
      <CatalogueTabs />
      {error && !data ? <ProblemNote error={error} /> : null}
      {!data && !error ? <Skeleton label={text.common.loading} lines={10} /> : null}
      {data ? (
        <div className={code === undefined ? 'rules' : 'rules has-choice'}>
          <CheckRuleList list={data} filters={filters} chosen={code} onChange={change} />
          {code === undefined ? (
            <div className="rule-none">
              <EmptyState icon="shield" title={text.checkRules.none} advice={text.checkRules.noneAdvice} />
            </div>
          ) : (
            <RuleView key={code} list={data} code={code === newRule ? undefined : code} filters={filters} />
          )}
        </div>
      ) : null}
    </main>
  )
}
