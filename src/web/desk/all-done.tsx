import { Link } from '@tanstack/react-router'
import { useSession } from '../platform/session.ts'
import { useText, useYou } from '../platform/text/use-text.ts'
import { buttonClass } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'

export function AllDone() {
  const text = useText().desk
  const { you, You } = useYou()
  const { places } = useSession()
  if (places.length === 1) return <EmptyState icon="help" title={text.noScreens(you)} advice={text.noScreensAdvice} />
  const works = places.includes('entry') || places.includes('review')
  const reads = places.includes('province') || places.includes('explore')
  const [title, advice] = works
    ? [text.allDone(You), text.allDoneAdvice]
    : reads
      ? [text.onlyLooks(You), text.onlyLooksAdvice]
      : [text.onlyKeeps(You), text.onlyKeepsAdvice]
  return (
    <EmptyState icon="check" title={title} advice={advice}>
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
