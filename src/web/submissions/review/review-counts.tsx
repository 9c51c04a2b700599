import type { SubmissionView } from '#contract/submissions.ts'
import { useText } from '../../platform/text/use-text.ts'
import { Icon } from '../../ui/icons.tsx'
import { type FormDifferences, isUnexplained } from './differences.ts'

interface ReviewCountsProps {
  readonly submission: SubmissionView
  readonly differences: readonly FormDifferences[]
}

export function ReviewCounts({ submission, differences }: ReviewCountsProps) {
  const text = useText().review
  const sum = (count: (it: FormDifferences) => number): number => differences.reduce((n, it) => n + count(it), 0)
  const corrected = sum((it) => it.corrected)
  const warnings = sum(({ warnings: found }) => found.length)
  const unexplained = sum(({ moved }) => moved.filter(isUnexplained).length)
  const hasPrevious = differences.some(({ model }) => model.form.previous !== null)
  const threshold = String(differences[0]?.model.form.changeThreshold ?? '')
  return (
    <p className="review-counts">
      <b>
        {text.counted(
          sum(({ filled }) => filled),
          corrected,
        )}
      </b>
      {hasPrevious ? (
        <span>
          {text.changedCount(
            sum(({ changed }) => changed.length),
            submission.edition - 1,
          )}
        </span>
      ) : null}
      <span>
        {text.movedCount(
          sum(({ moved }) => moved.length),
          threshold,
        )}
      </span>
      {unexplained > 0 ? (
        <a href="#review-warnings" className="bad">
          <Icon name="stop" size={14} /> {text.unexplainedCount(unexplained)}
        </a>
      ) : null}
      {warnings > 0 ? (
        <a href="#review-warnings" className="warn">
          <Icon name="warn" size={14} /> {text.warningCount(warnings)}
        </a>
      ) : (
        <span className="ok">
          <Icon name="check" size={14} /> {text.warningCount(warnings)}
        </span>
      )}
    </p>
  )
}
