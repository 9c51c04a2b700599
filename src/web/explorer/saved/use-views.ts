/** Saved views: asked for, opened, kept, deleted and taken back. */
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type NewView, type SavedView, savedView, savedViewList } from '#contract/explorer.ts'
import { call } from '../../platform/api.ts'
import { randomKey } from '../../platform/random-key.ts'
import { useExplorer } from '../use-explorer.ts'

const key = ['saved-views'] as const
const path = '/api/explorer/views'

function viewsOptions() {
  return queryOptions({
    queryKey: key,
    queryFn: async ({ signal }) => (await call({ path, answer: savedViewList, signal })).views,
  })
}

export function useViews(): readonly SavedView[] {
  return useQuery(viewsOptions()).data ?? []
}

/** The saved view that the table in the address was opened from, if this person may see it. */
export function useOpenView(): SavedView | undefined {
  const { view } = useExplorer()
  const views = useViews()
  return view === undefined ? undefined : views.find((one) => viewName(one) === view)
}

/** As the address names it: a bare number would be taken for one. */
export function viewName({ id }: Pick<SavedView, 'id'>): string {
  return `view-${id}`
}

export type ViewChange =
  | { readonly verb: 'save'; readonly view: NewView }
  | { readonly verb: 'change'; readonly of: SavedView; readonly view: NewView }
  | { readonly verb: 'delete' | 'restore'; readonly of: SavedView }

export function useViewChange() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (it: ViewChange) => sendChange(it),
    onSuccess: () => queries.invalidateQueries({ queryKey: key }),
  })
}

function sendChange(it: ViewChange): Promise<SavedView> {
  const shared = { answer: savedView, key: randomKey() }
  switch (it.verb) {
    case 'save':
      return call({ ...shared, method: 'POST', path, body: it.view })
    case 'change':
      return call({
        ...shared,
        method: 'PUT',
        path: `${path}/${it.of.id}`,
        body: { ...it.view, revision: it.of.revision },
      })
    case 'delete':
      return call({ ...shared, method: 'DELETE', path: `${path}/${it.of.id}` })
    case 'restore':
      return call({ ...shared, method: 'POST', path: `${path}/${it.of.id}/restore` })
  }
}
