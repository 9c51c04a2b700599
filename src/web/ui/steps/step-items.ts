/** A step of a path in words, for the step bar. */
import type { z } from 'zod'
import type { stepView } from '#contract/submissions.ts'
import { terseMoment } from '../../platform/text/moments.ts'
import type { Text } from '../../platform/text/vi.ts'
import type { StepItem } from '../step-bar.tsx'

type Step = z.infer<typeof stepView>

/** Who holds it, since when, due when. The step that sends is the one whose deadline binds. */
export function stepItem(text: Text, step: Step, label: string): StepItem {
  const isDeadline = step.key === 'send' && step.dueAt !== null
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
