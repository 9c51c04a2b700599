import './explorer.css'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useText } from '../platform/text/use-text.ts'
import { phone, useMedia } from '../platform/use-media.ts'
import { PageProblem } from '../ui/page-problem.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { ChoiceBar } from './choice-bar.tsx'
import { ExplorerHead } from './explorer-head.tsx'
import { choicesOptions, tableOptions } from './explorer-queries.ts'
import { Incomplete } from './incomplete.tsx'
import { Result } from './result.tsx'
import { TableProblemNote } from './table-problem-note.tsx'
import { isComplete, useExplorer } from './use-explorer.ts'

/** Tables of any figures: what is chosen above, what it gives below. Everything chosen stands in the address. */
export function ExplorerPage() {
  const text = useText()
  const { q, definition, problem } = useExplorer()
  const isAsked = q !== undefined && problem === undefined && isComplete(definition)
  const choices = useQuery(choicesOptions())
  const { data, error, isPlaceholderData, refetch } = useQuery({ ...tableOptions(q ?? ''), enabled: isAsked })
  const table = isAsked && !error ? data : undefined
  if (choices.error && !choices.data) return <PageProblem error={choices.error} />
  return (
    <main
      className="page explorer"
      id="main"
      tabIndex={-1}
      aria-busy={isAsked && (isPlaceholderData || !(table || error))}
    >
      <title>{`${text.explorer.title} · ${text.name.system}`}</title>
      <ExplorerHead table={table} choices={choices.data} />
      {choices.data && q !== undefined && !problem ? (
        <ChoicePlace>
          <ChoiceBar choices={choices.data} levels={table?.levels ?? ['accepted']} />
        </ChoicePlace>
      ) : null}
      {problem || (isAsked && error) ? (
        <TableProblemNote problem={problem} error={error} onRetry={() => void refetch()} />
      ) : null}
      {choices.data && !problem && !isAsked ? <Incomplete choices={choices.data} /> : null}
      {table ? <Result table={table} isWaiting={isPlaceholderData} /> : null}
      {(isAsked && !table && !error) || !choices.data ? <Skeleton label={text.common.loading} lines={14} /> : null}
    </main>
  )
}

/** On a phone the choices fold away, so that the figures come first. */
function ChoicePlace({ children }: { readonly children: ReactNode }) {
  const words = useText().explorer
  if (!useMedia(phone)) return children
  return (
    <details className="choice-place no-print">
      <summary>{words.choices}</summary>
      {children}
    </details>
  )
}
