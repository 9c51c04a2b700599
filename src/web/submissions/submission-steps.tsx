import type { SubmissionView } from '#contract/submissions.ts'
import { useText } from '../platform/text/use-text.ts'
import { StepBar } from '../ui/step-bar.tsx'
import { stepItem } from '../ui/steps/step-items.ts'

/** Who holds it, since when, due when, in every step of the path. */
export function SubmissionSteps({ submission }: { readonly submission: SubmissionView }) {
  const text = useText()
  const { steps, receiver } = submission
  return (
    <StepBar
      label={text.steps.title}
      steps={steps.map((step) =>
        stepItem(text, step, step.key === 'send' ? text.steps.send(receiver.shortName) : text.steps[step.key]),
      )}
    />
  )
}
