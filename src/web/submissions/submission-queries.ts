/** Everything this slice asks the server, with the keys under which the answers are kept. */
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import { cellHistory, type FormView, formView, submissionList, submissionView } from '#contract/submissions.ts'
import { call } from '../platform/api.ts'
import { withCells } from './newer-cells.ts'

export interface ListFilter {
  readonly period?: string | undefined
  readonly state?: string | undefined
  readonly side?: 'own' | 'receiver' | undefined
  /** Only what is not accepted yet. */
  readonly open?: 'true' | undefined
}

/** The desk counts what is filled, so typing makes it old. */
export const deskKey = ['desk'] as const

interface CellOf {
  readonly submissionId: string
  readonly formId: number
  readonly row: string
  readonly column: string
}

export const submissionKeys = {
  all: ['submissions'] as const,
  lists: () => [...submissionKeys.all, 'list'] as const,
  list: (filter: ListFilter) => [...submissionKeys.lists(), filter] as const,
  one: (id: string) => [...submissionKeys.all, 'one', id] as const,
  form: (id: string, formId: number) => [...submissionKeys.one(id), 'form', formId] as const,
  isForm: (key: readonly unknown[]): boolean => key.length === 5 && key[3] === 'form',
  history: (cell: CellOf) => [...submissionKeys.form(cell.submissionId, cell.formId), 'history', cell.row, cell.column],
}

/**
 * A page at a time: the pages already shown, then the next. The address of a list may carry what no filter is called, and
 * the server refuses what it does not know.
 */
export function listOptions({ period, state, side, open }: ListFilter) {
  const filter = { period, state, side, open }
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(filter)) if (value) query.set(name, value)
  return infiniteQueryOptions({
    queryKey: submissionKeys.list(filter),
    queryFn: ({ signal, pageParam }) => {
      const page = new URLSearchParams(query)
      if (pageParam !== null) page.set('after', pageParam)
      return call({ path: `/api/submissions?${page}`, answer: submissionList, signal })
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  })
}

export function submissionOptions(id: string) {
  return queryOptions({
    queryKey: submissionKeys.one(id),
    queryFn: ({ signal }) =>
      call({ path: `/api/submissions/${encodeURIComponent(id)}`, answer: submissionView, signal }),
  })
}

/** Cells saved while the answer was on its way are newer than it: their change of the feed will not come as news. */
export function formOptions(id: string, formId: number) {
  const queryKey = submissionKeys.form(id, formId)
  const path = `/api/submissions/${encodeURIComponent(id)}/forms/${formId}`
  return queryOptions({
    queryKey,
    queryFn: async ({ client, signal }) => {
      const cells = () => client.getQueryData<FormView>(queryKey)?.cells ?? []
      const before = new Set(cells())
      const form = await call({ path, answer: formView, signal })
      return withCells(
        form,
        cells().filter((cell) => !before.has(cell)),
      )
    },
  })
}

export function historyOptions(cell: CellOf) {
  const { submissionId, formId, row, column } = cell
  const path = [submissionId, 'forms', formId, 'cells', row, column, 'history'].map(encodeURIComponent).join('/')
  return queryOptions({
    queryKey: submissionKeys.history(cell),
    queryFn: ({ signal }) => call({ path: `/api/submissions/${path}`, answer: cellHistory, signal }),
  })
}
