import './catalogue-tabs.css'
import { Link, useRouterState } from '@tanstack/react-router'
import { useText } from '../platform/text/use-text.ts'

/** The parts of the catalogue, each a page with an address of its own. */
export function CatalogueTabs() {
  const { catalogue: text, checkRules: rules } = useText()
  const isRules = useRouterState({ select: ({ location }) => location.pathname.startsWith('/catalogue/check-rules') })
  return (
    <nav className="catalogue-tabs no-print" aria-label={text.parts}>
      <Link
        to="/catalogue"
        activeOptions={{ includeSearch: false, exact: true }}
        aria-current={isRules ? undefined : 'page'}
      >
        {text.indicators}
      </Link>
      <Link
        to="/catalogue/check-rules"
        activeOptions={{ includeSearch: false }}
        activeProps={{ 'aria-current': 'page' }}
      >
        {rules.title}
      </Link>
    </nav>
  )
}
