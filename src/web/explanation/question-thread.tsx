import './question-thread.css'
import type { Question } from '#contract/questions.ts'
import { shortMoment } from '../platform/clock.ts'
import { useText } from '../platform/text/use-text.ts'

/** A question with what was said to it, in order. */
export function QuestionThread({ question: { body, by, at, replies } }: { readonly question: Question }) {
  const words = useText().consolidation
  return (
    <div className="question-thread">
      <p>{body}</p>
      <p className="mut">{words.askedBy(by?.name ?? '', shortMoment(at))}</p>
      {replies.map((reply) => {
        const said = reply.kind === 'answer' ? words.answeredBy : words.closedBy
        return (
          <div key={`${reply.kind} ${reply.at}`} className="question-reply">
            {reply.body === '' ? null : <p>{reply.body}</p>}
            <p className="mut">{said(reply.by?.name ?? '', shortMoment(reply.at))}</p>
          </div>
        )
      })}
    </div>
  )
}
