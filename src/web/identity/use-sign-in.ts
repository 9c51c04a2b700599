/** Signing in and out. The answer of a sign-in is the session itself, put into the cache for the whole page. */
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { z } from 'zod'
import { type SignIn, session, welcome } from '#contract/session.ts'
import { actFor } from '../platform/acting-agency.ts'
import { call } from '../platform/api.ts'
import { callAs, callerLogin } from '../platform/caller.ts'
import { isProblem } from '../platform/problem-error.ts'
import { adoptSession, sessionKey } from '../platform/session.ts'
import { resumeSession } from '../platform/session-end.ts'

export function welcomeOptions() {
  return queryOptions({
    queryKey: ['welcome'],
    queryFn: ({ signal }) => call({ path: '/api/welcome', answer: welcome, signal, whenEnded: 'leave' }),
    staleTime: 300_000,
  })
}

export function useSignIn() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (body: SignIn) =>
      call({ path: '/api/session', method: 'POST', body, answer: session, whenEnded: 'leave' }),
    onSuccess: (it) => {
      // What was read for somebody else is none of theirs.
      if (it.account.login !== callerLogin()) queries.clear()
      queries.setQueryData(sessionKey, adoptSession(it))
    },
  })
}

export function useSignOut() {
  const queries = useQueryClient()
  const end = () => call({ path: '/api/session', method: 'DELETE', answer: z.unknown(), whenEnded: 'leave' })
  return useMutation({
    mutationFn: async () => {
      try {
        await end()
      } catch (error) {
        // The session is a newer one than this window's: it ends as well.
        if (!isProblem(error, 'session.csrf') || !(await resumeSession())) throw error
        await end()
      }
    },
    onSettled: () => {
      actFor(null)
      callAs(undefined)
      queries.clear()
    },
  })
}
