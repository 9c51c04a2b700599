import { Link } from '@tanstack/react-router'
import { isProblem } from '../platform/problem-error.ts'
import { useText } from '../platform/text/use-text.ts'
import { BackToDesk } from '../ui/back-to-desk.tsx'
import { Button, buttonClass } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { ProblemNote } from '../ui/problem-note.tsx'

interface TableProblemProps {
  readonly error: unknown
  onRetry(): void
}

/** In the place of a table that is not there: no such period or area, or it could not be read. */
export function TableProblem({ error, onRetry }: TableProblemProps) {
  const text = useText()
  if (isProblem(error, 'province.unknown')) {
    return (
      <EmptyState icon="bars" title={text.province.emptyTitle} advice={text.province.emptyAdvice}>
        <Link to="/province" className={buttonClass()}>
          {text.province.seeLatest}
        </Link>
      </EmptyState>
    )
  }
  if (isProblem(error, 'province.area-unknown')) {
    return (
      <EmptyState icon="map" title={text.province.noAreaTitle} advice={text.province.noAreaAdvice}>
        <Link from="/province/$period" to="." search={({ reading }) => ({ reading })} className={buttonClass()}>
          {text.province.seeProvince}
        </Link>
      </EmptyState>
    )
  }
  return (
    <ProblemNote error={error}>
      {isProblem(error, 'request.not-found') ? <BackToDesk /> : <Button onClick={onRetry}>{text.common.retry}</Button>}
    </ProblemNote>
  )
}
