import './catalogue-tabs.css'
import { Link } from '@tanstack/react-router'
import { useText } from '../platform/text/use-text.ts'

/** The parts of the catalogue, each a page with an address of its own. */
export function CatalogueTabs() {
  const { catalogue: text, checkRules: rules } = useText()
  return (
    <nav className="catalogue-tabs no-print" aria-label={text.parts}>
      <Link
        to="/catalogue"
        activeOptions={{ includeSearch: false, exact: true }}
        activeProps={{ 'aria-current': 'page' }}
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
