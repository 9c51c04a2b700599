import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { deskOptions, useVersionsOnDesk } from '../desk/use-desk.ts'
import { useSession } from '../platform/session.ts'
import { useReviewPlace } from '../platform/text/review-place.ts'
import { useText } from '../platform/text/use-text.ts'
import { Icon } from '../ui/icons.tsx'
import { LiveSign } from './live-sign.tsx'
import { placeIcons, placePaths } from './places.ts'

export function SideNav({ onGo }: { readonly onGo?: () => void }) {
  const text = useText()
  const { places } = useSession()
  const reviewPlace = useReviewPlace()
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
              {place === 'review' ? reviewPlace : text.frame[place]}
              {place === 'desk' ? <TaskCount /> : null}
            </Link>
          </li>
        ))}
      </ul>
      <LiveSign />
    </nav>
  )
}

/** How much waits on the desk; the desk itself says what. */
function TaskCount() {
  const text = useText()
  const { data } = useQuery(deskOptions())
  const { mine, owed } = useVersionsOnDesk()
  const versions = mine.length + owed.length
  const count = versions + (data === undefined ? 0 : data.returned.length + data.toEnter.length + data.toDecide.length)
  if (count === 0) return null
  return (
    <span className="task-count">
      {count}
      <span className="sr"> {text.frame.tasks}</span>
    </span>
  )
}
