import { Link } from '@tanstack/react-router'
import { useSession } from '../platform/session.ts'
import { useText, useYou } from '../platform/text/use-text.ts'
import { buttonClass } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'

export function AllDone() {
  const text = useText().desk
  const { You } = useYou()
  const { places } = useSession()
  return (
    <EmptyState icon="check" title={text.allDone(You)} advice={text.allDoneAdvice}>
      {places.includes('entry') ? (
        <Link to="/entry" className={buttonClass()}>
          {text.seeSent}
        </Link>
      ) : null}
      {places.includes('province') ? (
        <Link to="/province" className={buttonClass()}>
          {text.seeProvince}
        </Link>
      ) : null}
    </EmptyState>
  )
}
