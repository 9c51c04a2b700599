/** Turns the feed into «ask again»: each topic names the queries whose answers it may have changed. */
import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { Change } from '#contract/changes.ts'
import { askAnew } from '../platform/ask-anew.ts'
import { listen } from '../platform/live.ts'
import { createRefresher } from '../platform/refresher.ts'
import { standsBeside } from '../submissions/figures-beside.ts'
import { isKnownEdit } from '../submissions/known-edit.ts'

const affected: Readonly<Record<Change['topic'], readonly string[]>> = {
  submission: ['desk', 'submissions', 'province'],
  figures: ['province', 'desk', 'explorer', 'readings'],
  table: ['province', 'desk', 'submissions'],
  catalogue: ['catalogue', 'readings', 'province', 'desk', 'submissions', 'explorer', 'explorer-choices'],
}

/** `from` is the session's position of the feed; undefined while nobody is signed in. */
export function useLiveUpdates(from: string | undefined, agencyCode: string | undefined): void {
  const queries = useQueryClient()
  // biome-ignore lint/correctness/useExhaustiveDependencies: another agency means another stream
  useEffect(() => {
    if (from === undefined) return
    // A refetch never fails here: the query keeps its error for the page to show.
    const refresher = createRefresher((name) => askAnew(queries, [name]))
    const changed = (changes: readonly Change[]): void => {
      const news = changes.filter((change) => !isKnownEdit(queries, change))
      for (const { topic } of news) for (const name of affected[topic]) refresher.changed(name)
      if (news.some((change) => change.topic === 'figures' && standsBeside(queries, change)))
        refresher.changed('submissions')
    }
    const stop = listen({ changed, anew: () => void askAnew(queries) }, from)
    return () => {
      refresher.stop()
      stop()
    }
  }, [queries, from, agencyCode])
}
