/** Signing in and out. The answer of a sign-in is the session itself, put into the cache for the whole page. */
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { z } from 'zod'
import { type SignIn, session, welcome } from '#contract/session.ts'
import { actFor } from '../platform/acting-agency.ts'
import { call } from '../platform/api.ts'
import { adoptSession, sessionKey } from '../platform/session.ts'

export function welcomeOptions() {
  return queryOptions({
    queryKey: ['welcome'],
    queryFn: ({ signal }) => call({ path: '/api/welcome', answer: welcome, signal, mayAskSignIn: false }),
    staleTime: 300_000,
  })
}

export function useSignIn() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (body: SignIn) =>
      call({ path: '/api/session', method: 'POST', body, answer: session, mayAskSignIn: false }),
    onSuccess: (it) => {
      queries.setQueryData(sessionKey, adoptSession(it))
    },
  })
}

export function useSignOut() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: () => call({ path: '/api/session', method: 'DELETE', answer: z.unknown(), mayAskSignIn: false }),
    onSettled: () => {
      actFor(null)
      queries.clear()
    },
  })
}
