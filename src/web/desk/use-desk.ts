import { queryOptions } from '@tanstack/react-query'
import { questionList } from '#contract/questions.ts'
import { desk } from '#contract/submissions.ts'
import { call } from '../platform/api.ts'

export const deskKeys = {
  all: ['desk'] as const,
  questions: () => [...deskKeys.all, 'questions'] as const,
}

export function deskOptions() {
  return queryOptions({
    queryKey: deskKeys.all,
    queryFn: ({ signal }) => call({ path: '/api/desk', answer: desk, signal }),
  })
}

/** Put to this agency and not closed. */
export function openQuestionOptions() {
  return queryOptions({
    queryKey: deskKeys.questions(),
    queryFn: ({ signal }) => call({ path: '/api/questions?side=own&state=open', answer: questionList, signal }),
  })
}
