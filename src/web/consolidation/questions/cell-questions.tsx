import { useQuery } from '@tanstack/react-query'
import { QuestionThread } from '../../explanation/question-thread.tsx'
import { useText } from '../../platform/text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { Tag } from '../../ui/tag.tsx'
import type { CellPlace } from '../../ui/use-cell-focus.ts'
import { questionOptions } from '../province-queries.ts'
import { useClosing } from './use-questions.ts'

interface CellQuestionsProps {
  readonly period: string
  readonly cell: CellPlace
}

/** What was asked about this number, by whom and when, and what became of it. */
export function CellQuestions({ period, cell }: CellQuestionsProps) {
  const words = useText().consolidation
  const { data } = useQuery(questionOptions(period, cell))
  const close = useClosing()
  if (!data || data.questions.length === 0) return null
  return (
    <section className="explain-part">
      <h3>{words.questions}</h3>
      <ul className="cell-questions">
        {data.questions.map((question) => (
          <li key={question.id}>
            <p className="row">
              <b className="grow">{question.agency.shortName}</b>
              {question.isOpen && question.replies.length === 0 ? (
                <Tag look="info" icon="ask">
                  {words.waitsForAnswer}
                </Tag>
              ) : null}
              {question.can.includes('close') ? (
                <Button isSmall look="quiet" disabled={close.isPending} onClick={() => close.mutate(question.id)}>
                  {words.closeQuestion}
                </Button>
              ) : null}
            </p>
            <QuestionThread question={question} />
          </li>
        ))}
      </ul>
      {close.isError ? <ProblemNote error={close.error} /> : null}
    </section>
  )
}
