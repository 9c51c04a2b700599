import type { VersionView } from '#contract/versions.ts'
import { useText } from '../../platform/text/use-text.ts'
import { StepBar } from '../../ui/step-bar.tsx'
import { stepItem } from '../../ui/steps/step-items.ts'

/** The way of a version: who holds it, since when, and who did what before. */
export function VersionSteps({ version: { steps, receiver } }: { readonly version: VersionView }) {
  const text = useText()
  const words = text.versionWay
  const labelOf = (key: VersionView['steps'][number]['key']): string => {
    if (key === 'enter') return words.enter
    return key === 'send' ? (receiver ? text.steps.send(receiver.shortName) : words.sendUp) : text.steps[key]
  }
  return <StepBar label={words.steps} steps={steps.map((step) => stepItem(text, step, labelOf(step.key)))} />
}
