import './review.css'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useMemo } from 'react'
import type { FormView, SubmissionView } from '#contract/submissions.ts'
import { reportTitle } from '../../platform/text/report-title.ts'
import { useText } from '../../platform/text/use-text.ts'
import { Segments } from '../../ui/segments.tsx'
import { StepLog } from '../../ui/steps/step-log.tsx'
import { formModel, layoutOf, nothingTyped } from '../form/form-model.ts'
import { PrintHead } from '../form/print-head.tsx'
import { SubmissionSteps } from '../submission-steps.tsx'
import { AllForms } from './all-forms.tsx'
import { differencesOf } from './differences.ts'
import { DifferencesView } from './differences-view.tsx'
import { ReviewCounts } from './review-counts.tsx'
import { ReviewHead } from './review-head.tsx'
import { ReviewSide } from './review-side.tsx'
import { useMarks } from './use-marks.ts'

interface ReviewWorkProps {
  readonly submission: SubmissionView
  readonly forms: readonly FormView[]
}

/** Differences first, the rest folded into one line; the decision at the side. */
export function ReviewWork({ submission, forms }: ReviewWorkProps) {
  const text = useText()
  const search = useSearch({ from: '/inside/review/$submissionId' })
  const navigate = useNavigate({ from: '/review/$submissionId' })
  const marks = useMarks(submission.can.includes('sendBack'))
  const differences = useMemo(
    () => forms.map((form) => differencesOf(formModel(form, layoutOf(form), nothingTyped))),
    [forms],
  )
  // With nothing to point out, the form itself is what there is to read.
  const hasAny = differences.some(({ changed, moved, warnings }) => changed.length + moved.length + warnings.length > 0)
  const view = search.view ?? (hasAny ? 'differences' : 'all')
  return (
    <main className="work review" id="main" tabIndex={-1}>
      <title>{`${reportTitle(submission.regime.name, submission.period.name)} · ${text.name.system}`}</title>
      {view === 'all' ? null : (
        <PrintHead submission={submission} title={reportTitle(submission.regime.name, submission.period.name)} />
      )}
      <ReviewHead submission={submission} />
      <SubmissionSteps submission={submission} />
      <div className="work-body">
        <div className="review-main">
          <div className="review-sum no-print">
            <ReviewCounts submission={submission} differences={differences} />
            <Segments
              label={text.review.view}
              value={view}
              choices={[
                { value: 'differences', label: text.review.differencesView },
                { value: 'all', label: text.review.allView },
                { value: 'log', label: text.review.logView },
              ]}
              onChoose={(chosen) => void navigate({ search: { view: chosen }, replace: true })}
            />
          </div>
          {view === 'differences' ? (
            <DifferencesView submission={submission} differences={differences} marks={marks} />
          ) : null}
          {view === 'all' ? <AllForms submission={submission} differences={differences} marks={marks} /> : null}
          {view === 'log' ? <StepLog log={submission.log} /> : null}
        </div>
        <ReviewSide submission={submission} differences={differences} marks={marks} />
      </div>
    </main>
  )
}
