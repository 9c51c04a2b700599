import './catalogue-tabs.css'
import { Link } from '@tanstack/react-router'
import { useText } from '../platform/text/use-text.ts'

/** The parts of the catalogue, each a page with an address of its own. */
export function CatalogueTabs() {
  const text = useText().catalogue
  return (
    <nav className="catalogue-tabs no-print" aria-label={text.parts}>
      <Link to="/catalogue" activeOptions={{ includeSearch: false }} activeProps={{ 'aria-current': 'page' }}>
        {text.indicators}
      </Link>
    </nav>
  )
}
