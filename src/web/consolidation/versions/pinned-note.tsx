import { Link } from '@tanstack/react-router'
import type { ProvinceTable } from '#contract/province.ts'
import { shortMoment } from '../../platform/clock.ts'
import { useText } from '../../platform/text/use-text.ts'
import { Icon } from '../../ui/icons.tsx'
import { Tag } from '../../ui/tag.tsx'
import { VersionStateTag } from './version-state-tag.tsx'

/** The version pinned last, and whether figures have moved since. */
export function PinnedNote({ table: { pinned, period } }: { readonly table: ProvinceTable }) {
  const words = useText().consolidation
  if (pinned === null) return null
  const isAffected = pinned.affected > 0
  return (
    <div className={`pinned-note no-print${isAffected ? ' is-affected' : ''}`} role="status">
      <Icon name="lock" size={14} />
      <span>
        <b>{words.versionName(pinned.version, pinned.reading === 'provisional')}</b>{' '}
        {words.pinnedBy(shortMoment(pinned.at), pinned.by?.name ?? '')}
      </span>
      <VersionStateTag state={pinned.state} />
      <Tag look={isAffected ? 'warn' : 'ok'} icon={isAffected ? 'revised' : 'check'}>
        {isAffected ? words.affected(pinned.affected) : words.notAffected}
      </Tag>
      <Link to="/province/$period/versions" params={{ period: period.label }} search={{ version: pinned.version }}>
        {words.seeVersions}
      </Link>
    </div>
  )
}
