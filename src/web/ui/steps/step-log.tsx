import './step-log.css'
import type { TakenStep } from '#contract/submissions.ts'
import { fullDay, timeOf } from '../../platform/clock.ts'
import { useText } from '../../platform/text/use-text.ts'
import { Tag } from '../tag.tsx'
import { shortCode } from './short-code.ts'

/** Every step that was taken, newest first, with its reason and the code of what was decided on. */
export function StepLog({ log }: { readonly log: readonly TakenStep[] }) {
  const text = useText()
  return (
    <section aria-labelledby="step-log">
      <div className="section-head">
        <h2 id="step-log">{text.review.logTitle}</h2>
        {log.length === 0 ? <span className="mut">{text.review.emptyLog}</span> : null}
      </div>
      <ol className="card step-log">
        {log.toReversed().map((step) => (
          <li key={`${step.at} ${step.verb}`}>
            <span className="mut num-inline">
              {timeOf(step.at)} {fullDay(step.at)}
            </span>
            <div className="grow">
              <b>{text.review.logLine(step.by?.name ?? text.review.system, text.done[step.verb])}</b>{' '}
              <span className="mut">{step.agency}</span>
              {step.reason === '' ? null : <p>«{step.reason}»</p>}
            </div>
            {step.verb === 'approve' && !step.isSigned ? <Tag look="line">{text.review.unsignedMark}</Tag> : null}
            {step.contentHash === null ? null : <span className="mut num-inline">{shortCode(step.contentHash)}</span>}
          </li>
        ))}
      </ol>
    </section>
  )
}
