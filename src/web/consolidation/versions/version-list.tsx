import { Link } from '@tanstack/react-router'
import type { VersionSummary } from '#contract/versions.ts'
import { shortMoment } from '../../platform/clock.ts'
import { useText } from '../../platform/text/use-text.ts'
import { VersionStateTag } from './version-state-tag.tsx'

interface VersionListProps {
  readonly versions: readonly VersionSummary[]
  readonly chosen: number
}

export function VersionList({ versions, chosen }: VersionListProps) {
  const words = useText().consolidation
  return (
    <nav aria-label={words.versions} className="version-list no-print">
      <ul>
        {versions.map(({ version, reading, at, by, note, changed, state }) => (
          <li key={version}>
            <Link
              from="/province/$period/versions"
              search={{ version }}
              aria-current={version === chosen ? 'page' : undefined}
            >
              <b>{words.versionName(version, reading === 'provisional')}</b>
              <VersionStateTag state={state} />
              <small>{words.pinnedBy(shortMoment(at), by?.name ?? '')}</small>
              {version === 1 ? null : <small>{words.changedCells(changed)}</small>}
              {note === '' ? null : <small>{note}</small>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
