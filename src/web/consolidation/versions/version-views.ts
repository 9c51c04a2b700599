/** What of a version can be looked at, and what is looked at first: what moved, else what is new, else all of it. */
import type { VersionView } from '#contract/versions.ts'
import type { Text } from '../../platform/text/vi.ts'

export type View = 'since' | 'approved' | 'changes' | 'content' | 'log'

export function viewsOf(text: Text, it: VersionView): readonly { readonly value: View; readonly label: string }[] {
  const { views } = text.consolidation
  return [
    { value: 'since', label: views.since },
    ...(it.sinceApproved === null
      ? []
      : [{ value: 'approved' as const, label: text.versionWay.sinceApproved(it.sinceApproved.version) }]),
    { value: 'changes', label: views.changes },
    { value: 'content', label: views.content },
    ...(it.state === null ? [] : [{ value: 'log' as const, label: text.versionWay.log }]),
  ]
}

/** The one that was asked for, where this version has it. */
export function chosenView(it: VersionView, asked: View | undefined): View {
  if (asked === 'approved' && it.sinceApproved === null) return 'changes'
  if (asked !== undefined) return asked
  if (it.since.length > 0) return 'since'
  if (it.sinceApproved !== null) return 'approved'
  return it.changes.length > 0 ? 'changes' : 'content'
}
