/** The query cache of the page. A refusal is an answer and is not asked again; a lost connection is. */
import { QueryClient } from '@tanstack/react-query'
import { isConnected, onConnection } from '../platform/connection.ts'
import { ConnectionError, isProblem } from '../platform/problem-error.ts'
import { isSessionEnded, onSessionEnd } from '../platform/session-end.ts'

const delays = [1000, 2000, 5000]

export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      networkMode: 'always',
      retry: (failures, error) => error instanceof ConnectionError && failures < delays.length,
      retryDelay: (failures) => delays[failures] ?? 5000,
    },
    mutations: { networkMode: 'always' },
  },
})

/** What could not be asked for want of a connection or a session is asked again once there is one, as the page says it will. */
export function askAgainWhenFound(): void {
  onConnection(() => {
    if (isConnected()) askAgainAfter((error) => error instanceof ConnectionError)
  })
  onSessionEnd(() => {
    if (!isSessionEnded()) askAgainAfter((error) => isProblem(error, 'session.required'))
  })
}

function askAgainAfter(failed: (error: unknown) => boolean): void {
  void queries.refetchQueries({ type: 'active', predicate: ({ state }) => failed(state.error) })
}
