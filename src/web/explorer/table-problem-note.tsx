import { problem as named, sentence } from '#contract/problems.ts'
import type { TableProblem } from '#core/table/problems.ts'
import { isProblem, ProblemError } from '../platform/problem-error.ts'
import { useLanguage } from '../platform/text/language.ts'
import { useText } from '../platform/text/use-text.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icons.tsx'
import { ProblemNote } from '../ui/problem-note.tsx'
import { useExplorer } from './use-explorer.ts'

interface TableProblemNoteProps {
  /** Of the address itself, found before anybody was asked. */
  readonly problem: TableProblem | undefined
  readonly error: unknown
  onRetry(): void
}

/** Why there is no table, and the way on: choose anew where the address cannot be read, else ask again. */
export function TableProblemNote({ problem, error, onRetry }: TableProblemNoteProps) {
  const text = useText()
  const { language } = useLanguage()
  const { change } = useExplorer()
  if (!problem) {
    return (
      <ProblemNote error={error}>
        {isProblem(error, 'reading.moment-ahead') ? (
          <Button onClick={() => change({ asOf: null })}>{text.explorer.backToLatest}</Button>
        ) : null}
        {error instanceof ProblemError ? null : <Button onClick={onRetry}>{text.common.retry}</Button>}
      </ProblemNote>
    )
  }
  return (
    <div className="problem-note" role="alert">
      <Icon name="stop" />
      <div>
        <p>{sentence(named(problem.code, problem.details), language)}</p>
        <div className="row wrap">
          <Button onClick={() => change({})}>{text.explorer.chooseIndicators}</Button>
        </div>
      </div>
    </div>
  )
}
