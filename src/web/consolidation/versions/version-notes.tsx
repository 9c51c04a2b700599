import { Link } from '@tanstack/react-router'
import type { VersionView } from '#contract/versions.ts'
import { spokenMoment } from '../../platform/text/moments.ts'
import { useText } from '../../platform/text/use-text.ts'
import type { Text } from '../../platform/text/vi.ts'
import { Icon, type IconName } from '../../ui/icons.tsx'

interface VersionNotesProps {
  readonly version: VersionView
  readonly approved: { readonly version: number; readonly affected: number } | null
}

interface Note {
  readonly key: string
  readonly icon: IconName
  readonly says: string
  /** The version to look at instead. */
  readonly other?: number
}

/** What whoever reads the version must know before anything else. */
export function VersionNotes({ version: it, approved }: VersionNotesProps) {
  const text = useText()
  const notes = notesOn(text, it, approved)
  if (notes.length === 0) return null
  return (
    <ul className="version-notes">
      {notes.map(({ key, icon, says, other }) => (
        <li key={key}>
          <Icon name={icon} size={14} />
          <span>
            {says}{' '}
            {other === undefined ? null : (
              <Link className="no-print" from="/province/$period/versions" search={{ version: other }}>
                {text.versionWay.seeVersion(other)}
              </Link>
            )}
          </span>
        </li>
      ))}
    </ul>
  )
}

function notesOn(text: Text, it: VersionView, approved: VersionNotesProps['approved']): readonly Note[] {
  const words = text.versionWay
  const { state, successor, since } = it
  const notes: Note[] = []
  if (state === null) notes.push({ key: 'provisional', icon: 'warn', says: words.neverSubmitted })
  if (successor !== null)
    notes.push({
      key: 'successor',
      icon: 'revised',
      says: state === 'superseded' ? words.supersededBy(successor) : words.correctedBy(successor),
      other: successor,
    })
  const isUndecided = state === 'draft' || state === 'submitted' || state === 'appraised'
  if (isUndecided && since.length > 0) notes.push({ key: 'affected', icon: 'revised', says: words.affectedFirst })
  if (approved && approved.affected > 0 && (approved.version === it.version || isUndecided))
    notes.push({
      key: 'approved',
      icon: 'warn',
      says: words.approvedAffected(approved.version, approved.affected),
      ...(approved.version === it.version ? {} : { other: approved.version }),
    })
  const submitted = it.log.findLast(({ verb }) => verb === 'submit')
  if (it.sinceApproved !== null && submitted && submitted.reason !== '')
    notes.push({
      key: 'correction',
      icon: 'pen',
      says: words.corrects(it.sinceApproved.version, submitted.reason, submitted.by?.name ?? ''),
    })
  const last = it.log.at(-1)
  if (state === 'draft' && last?.verb === 'sendBack')
    notes.push({
      key: 'returned',
      icon: 'return',
      says: `${text.desk.returnedBy(last.by?.name ?? '', spokenMoment(text, last.at))}: «${last.reason}»`,
    })
  return notes
}
