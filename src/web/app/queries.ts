/** The query cache of the page. A refusal is an answer and is not asked again; a lost connection is. */
import { QueryClient } from '@tanstack/react-query'
import { isConnected, onConnection } from '../platform/connection.ts'
import { ConnectionError } from '../platform/problem-error.ts'

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

/** What could not be asked for want of a connection is asked again once it is back, as the page says it will. */
export function askAgainWhenFound(): void {
  onConnection(() => {
    if (!isConnected()) return
    void queries.refetchQueries({ type: 'active', predicate: ({ state }) => state.error instanceof ConnectionError })
  })
}
