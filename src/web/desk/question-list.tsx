import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { z } from 'zod'
import type { Question } from '#contract/questions.ts'
import { QuestionThread } from '../explanation/question-thread.tsx'
import { call } from '../platform/api.ts'
import { randomKey } from '../platform/random-key.ts'
import { reportTitle } from '../platform/text/report-title.ts'
import { useText } from '../platform/text/use-text.ts'
import { Button } from '../ui/button.tsx'
import { ProblemNote } from '../ui/problem-note.tsx'
import { Tag } from '../ui/tag.tsx'
import { DeskSection } from './desk-section.tsx'
import { deskKeys, openQuestionOptions } from './use-desk.ts'

/** What the consolidating agency asks, each answered here; nothing while nobody asks. */
export function QuestionList() {
  const words = useText().consolidation
  const { data } = useQuery(openQuestionOptions())
  if (!data || data.questions.length === 0) return null
  return (
    <DeskSection
      id="questions"
      title={words.questionsOnDesk}
      count={
        <Tag look="info" icon="ask">
          {data.questions.length}
        </Tag>
      }
      hint={words.questionsHint}
    >
      <ul className="card questions">
        {data.questions.map((question) => (
          <OpenQuestion key={question.id} question={question} />
        ))}
      </ul>
    </DeskSection>
  )
}

const put = z.strictObject({ id: z.string() })

function OpenQuestion({ question }: { readonly question: Question }) {
  const words = useText().consolidation
  const queries = useQueryClient()
  const [body, setBody] = useState('')
  const answer = useMutation({
    mutationFn: () =>
      call({
        path: `/api/questions/${question.id}/answers`,
        method: 'POST',
        key: randomKey(),
        body: { body: body.trim() },
        answer: put,
      }),
    onSuccess: () => setBody(''),
    onSettled: () => queries.invalidateQueries({ queryKey: deskKeys.questions() }),
  })
  const send = (event: FormEvent): void => {
    event.preventDefault()
    answer.mutate()
  }
  return (
    <li>
      <b>{question.about}</b>
      <p className="xs mut">{reportTitle(question.regime.name, question.period.name)}</p>
      <QuestionThread question={question} />
      {question.can.includes('answer') ? (
        <form onSubmit={send}>
          <label className="field">
            <span className="sr">{words.answerBody}</span>
            <textarea
              className="input"
              rows={2}
              maxLength={2000}
              placeholder={words.answerBody}
              value={body}
              onChange={({ target }) => setBody(target.value)}
            />
          </label>
          {answer.isError ? <ProblemNote error={answer.error} /> : null}
          <Button type="submit" disabled={body.trim() === '' || answer.isPending}>
            {words.answer}
          </Button>
        </form>
      ) : null}
    </li>
  )
}
