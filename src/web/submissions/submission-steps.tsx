import type { SubmissionView } from '#contract/submissions.ts'
import { terseMoment } from '../platform/text/moments.ts'
import { useText } from '../platform/text/use-text.ts'
import type { Text } from '../platform/text/vi.ts'
import { StepBar, type StepItem } from '../ui/step-bar.tsx'

type Step = SubmissionView['steps'][number]

/** Who holds it, since when, due when, in every step of the path. */
export function SubmissionSteps({ submission }: { readonly submission: SubmissionView }) {
  const text = useText()
  return <StepBar label={text.steps.title} steps={submission.steps.map((step) => itemOf(text, submission, step))} />
}

function itemOf(text: Text, submission: SubmissionView, step: Step): StepItem {
  const label = step.key === 'send' ? text.steps.send(submission.receiver.shortName) : text.steps[step.key]
  const isDeadline = step.key === 'send'
  return {
    key: step.key,
    label,
    status: step.status,
    statusWord: text.steps[step.status],
    who: whoOf(text, step),
    when: whenOf(text, step, isDeadline),
    isDeadline: isDeadline && step.status !== 'done',
  }
}

function whoOf(text: Text, { people, since, status }: Step): string {
  const [first, ...others] = people
  if (!first) return status === 'done' ? '' : text.steps.nobody
  const name = others.length === 0 ? first.name : text.steps.more(first.name, others.length)
  return status === 'now' && since !== null ? text.steps.since(name, terseMoment(since)) : name
}

function whenOf(text: Text, { doneAt, dueAt, status }: Step, isDeadline: boolean): string {
  if (status === 'done') return doneAt === null ? '' : terseMoment(doneAt)
  if (dueAt === null) return ''
  return status === 'now' || isDeadline ? text.steps.due(terseMoment(dueAt)) : terseMoment(dueAt)
}
