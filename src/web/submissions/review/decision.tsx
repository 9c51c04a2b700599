import '../../ui/steps/decision.css'
import { useState } from 'react'
import type { SubmissionView } from '#contract/submissions.ts'
import { terseMoment } from '../../platform/text/moments.ts'
import { useText } from '../../platform/text/use-text.ts'
import type { Text } from '../../platform/text/vi.ts'
import type { IconName } from '../../ui/icons.tsx'
import { shortCode } from '../../ui/steps/short-code.ts'
import { StepButtons } from '../../ui/steps/step-buttons.tsx'
import type { FormDifferences } from './differences.ts'
import { type DecidingVerb, StepDialog } from './step-dialog.tsx'
import type { Marks } from './use-marks.ts'

interface DecisionProps {
  readonly submission: SubmissionView
  readonly differences: readonly FormDifferences[]
  readonly marks: Marks
}

const forward = ['appraise', 'approve', 'seal', 'send', 'accept'] as const
export type ForwardVerb = (typeof forward)[number]

const icons: Readonly<Record<ForwardVerb, IconName>> = {
  appraise: 'check',
  approve: 'shield',
  seal: 'document',
  send: 'send',
  accept: 'check',
}

/** What this person may do now, as the server said; what it covers stands under it. */
export function Decision({ submission, differences, marks }: DecisionProps) {
  const text = useText()
  const [open, setOpen] = useState<DecidingVerb | null>(null)
  const { can } = submission
  const verb = forward.find((it) => can.includes(it))
  const close = (): void => setOpen(null)
  const holder = submission.steps.find(({ status }) => status === 'now')?.people[0]?.name
  const sum = (count: (it: FormDifferences) => number): number => differences.reduce((n, it) => n + count(it), 0)
  const counted = text.review.counted(
    sum(({ filled }) => filled),
    sum((it) => it.corrected),
  )
  return (
    <div className="decision">
      <StepButtons
        forward={verb && { verb, icon: icons[verb], words: forwardWords(text, submission, verb) }}
        can={can}
        marked={marks.cells.length}
        onOpen={setOpen}
      />
      {can.length === 0 ? (
        <p className="ink2">
          {submission.state === 'accepted'
            ? text.review.finished(terseMoment(submission.stateSince))
            : text.review.nothingToDo(holder ?? text.review.nobody)}
        </p>
      ) : (
        <p className="xs mut">
          {verb === 'approve' ? `${text.review.unsignedHint} ` : ''}
          {text.review.covers(counted)} <span className="num-inline">{shortCode(submission.contentHash)}</span>.
        </p>
      )}
      {open === null ? null : (
        <StepDialog
          submission={submission}
          marks={marks}
          verb={open}
          action={verb === open ? forwardWords(text, submission, verb) : ''}
          onClose={close}
        />
      )}
    </div>
  )
}

function forwardWords(text: Text, submission: SubmissionView, verb: ForwardVerb): string {
  if (verb === 'send') return text.review.send(submission.receiver.shortName)
  return verb === 'approve' ? text.review.approveUnsigned : text.review[verb]
}
