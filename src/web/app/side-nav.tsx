import { Link } from '@tanstack/react-router'
import { useSession } from '../platform/session.ts'
import { useText } from '../platform/text/use-text.ts'
import { Icon } from '../ui/icons.tsx'
import { LiveSign } from './live-sign.tsx'
import { placeIcons, placePaths } from './places.ts'

export function SideNav({ onGo }: { readonly onGo?: () => void }) {
  const text = useText()
  const { places } = useSession()
  return (
    <nav className="side no-print" aria-label={text.frame.navigation}>
      <ul>
        {places.map((place) => (
          <li key={place}>
            <Link
              to={placePaths[place]}
              activeOptions={{ exact: place === 'desk', includeSearch: false }}
              activeProps={{ 'aria-current': 'page' }}
              onClick={onGo}
            >
              <Icon name={placeIcons[place]} />
              {text.frame[place]}
            </Link>
          </li>
        ))}
      </ul>
      <LiveSign />
    </nav>
  )
}
