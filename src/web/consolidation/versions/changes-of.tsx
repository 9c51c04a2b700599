import type { ChangeView, VersionView } from '#contract/versions.ts'
import { useText } from '../../platform/text/use-text.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ChangeTable } from './change-table.tsx'

interface ChangesOfProps {
  readonly version: VersionView
  readonly view: 'since' | 'approved' | 'changes'
}

/** Cells that differ from what the version is laid against; where none do, that is said. */
export function ChangesOf({ version: it, view }: ChangesOfProps) {
  const text = useText()
  const words = text.consolidation
  const { changes, title, advice } = {
    since: { changes: it.since, title: words.nothingSince, advice: words.nothingSinceAdvice },
    changes: { changes: it.changes, title: words.nothingChanged, advice: words.nothingChangedAdvice },
    approved: {
      changes: it.sinceApproved?.changes ?? noChanges,
      title: text.versionWay.nothingSinceApproved,
      advice: text.versionWay.nothingSinceApprovedAdvice,
    },
  }[view]
  if (changes.length === 0) return <EmptyState icon="check" title={title} advice={advice} />
  return <ChangeTable changes={changes} />
}

const noChanges: readonly ChangeView[] = []
