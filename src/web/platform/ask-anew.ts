/**
 * Asks again for every active answer under a key, so that what is shown afterwards was read after this moment. An answer
 * on its way is given up for a new one, unless it is the first: there is nothing to show yet, and a steady stream of
 * changes would put it off for ever. It may have been read before, so it is asked for once more when it has come.
 */
import type { QueryClient, QueryKey } from '@tanstack/react-query'

/** Without a key, everything. Resolves when nothing old is left on its way. */
export async function askAnew(queries: QueryClient, queryKey: QueryKey = []): Promise<void> {
  const firstAnswers = queries
    .getQueryCache()
    .findAll({ queryKey, predicate: ({ state }) => state.data === undefined && state.fetchStatus !== 'idle' })
  await queries.invalidateQueries({ queryKey })
  if (firstAnswers.length > 0) await queries.invalidateQueries({ predicate: (query) => firstAnswers.includes(query) })
}
