/** Turns the feed into «ask again»: each topic names the queries whose answers it may have changed. */
import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { Change } from '#contract/changes.ts'
import { listen } from '../platform/live.ts'
import { isKnownEdit } from '../submissions/known-edit.ts'

const affected: Readonly<Record<Change['topic'], readonly string[]>> = {
  submission: ['desk', 'submissions', 'province'],
  figures: ['province', 'desk'],
  catalogue: ['catalogue', 'province'],
}

/** Changes of one moment come in bursts; one refetch serves them all. */
const gatherFor = 250

/** `from` is the session's position of the feed; undefined while nobody is signed in. */
export function useLiveUpdates(from: string | undefined, agencyCode: string | undefined): void {
  const queries = useQueryClient()
  // biome-ignore lint/correctness/useExhaustiveDependencies: another agency means another stream
  useEffect(() => {
    if (from === undefined) return
    const due = new Set<string>()
    let timer: ReturnType<typeof setTimeout> | undefined
    const flush = (): void => {
      timer = undefined
      for (const name of due) void queries.invalidateQueries({ queryKey: [name] })
      due.clear()
    }
    const changed = (changes: readonly Change[]): void => {
      const news = changes.filter((change) => !isKnownEdit(queries, change))
      for (const { topic } of news) for (const name of affected[topic]) due.add(name)
      if (due.size > 0) timer ??= setTimeout(flush, gatherFor)
    }
    const stop = listen({ changed, anew: () => void queries.invalidateQueries() }, from)
    return () => {
      clearTimeout(timer)
      stop()
    }
  }, [queries, from, agencyCode])
}
