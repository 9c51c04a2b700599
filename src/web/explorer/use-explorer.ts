import { useNavigate, useSearch } from '@tanstack/react-router'
import { useMemo } from 'react'
import { emptyDefinition, type TableDefinition } from '#core/table/definition.ts'
import { parseDefinition, printDefinition } from '#core/table/definition-text.ts'
import type { TableProblem } from '#core/table/problems.ts'

export interface Explorer {
  /** Undefined before anything is chosen. */
  readonly q: string | undefined
  readonly definition: TableDefinition
  /** Why the address cannot be read. */
  readonly problem: TableProblem | undefined
  readonly cell: string | undefined
  readonly view: string | undefined
  /** Another table: the address changes, and the back button returns. */
  change(part: Partial<TableDefinition>): void
  open(q: string, view?: string): void
  explain(cell: string | undefined): void
}

/** The table in the address, and the ways to another one. */
export function useExplorer(): Explorer {
  const { q, cell, view } = useSearch({ from: '/inside/explore' })
  const navigate = useNavigate({ from: '/explore' })
  return useMemo(() => {
    const read = q === undefined ? undefined : parseDefinition(q)
    const definition = read?.ok ? read.definition : emptyDefinition
    return {
      q,
      definition,
      problem: read && !read.ok ? read.problem : undefined,
      cell,
      view,
      change: (part) => void navigate({ search: { q: printDefinition({ ...definition, ...part }), view } }),
      open: (text, opened) => void navigate({ search: { q: text, view: opened } }),
      // The same page: it stays where it was scrolled to, and the panel may move it.
      explain: (explained) =>
        void navigate({ search: { q, view, cell: explained }, replace: true, resetScroll: false }),
    }
  }, [q, cell, view, navigate])
}

/** Whether the server can be asked for it. */
export function isComplete({ indicators, areas, periods }: TableDefinition): boolean {
  return indicators.length > 0 && areas.length > 0 && periods.length > 0
}
