import { Link } from '@tanstack/react-router'
import type { SubmissionView } from '#contract/submissions.ts'
import { fullDay, shortDay } from '../../platform/clock.ts'
import { terseMoment } from '../../platform/text/moments.ts'
import { reportTitle } from '../../platform/text/report-title.ts'
import { useReviewPlace } from '../../platform/text/review-place.ts'
import { useText } from '../../platform/text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { StateTag } from '../../ui/steps/state-tag.tsx'
import { Tag } from '../../ui/tag.tsx'

export function ReviewHead({ submission }: { readonly submission: SubmissionView }) {
  const text = useText()
  const reviewPlace = useReviewPlace()
  const { agency, period, regime, edition, log, isLate, documentNumber, documentDate } = submission
  const submitted = log.findLast(({ verb }) => verb === 'submit')
  return (
    <div className="work-head no-print">
      <div className="grow">
        <p className="crumb">
          <Link to="/">{text.frame.desk}</Link> › <Link to="/review">{reviewPlace}</Link> › {agency.name} ›{' '}
          {text.entry.takenFor(period.name, shortDay(period.from), shortDay(period.to))}
        </p>
        <div className="row wrap">
          <h1>{reportTitle(regime.name, period.name)}</h1>
          <StateTag state={submission.state} />
          {submitted === undefined ? null : (
            <Tag look="line">{text.review.submittedAt(Math.max(1, edition), terseMoment(submitted.at))}</Tag>
          )}
          {isLate ? (
            <Tag look="warn" icon="clock">
              {text.review.late}
            </Tag>
          ) : null}
          {documentNumber === '' ? null : (
            <Tag look="line">
              {text.review.document(documentNumber, documentDate === null ? '' : fullDay(documentDate))}
            </Tag>
          )}
        </div>
      </div>
      <Button icon="print" onClick={() => print()}>
        {text.common.print}
      </Button>
    </div>
  )
}
