import { useNavigate, useSearch } from '@tanstack/react-router'
import type { ChangeView, PinnedContent, VersionView } from '#contract/versions.ts'
import { fullDay, shortMoment, timeOf } from '../../platform/clock.ts'
import { useText } from '../../platform/text/use-text.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Segments } from '../../ui/segments.tsx'
import { Tag } from '../../ui/tag.tsx'
import { ChangeTable } from './change-table.tsx'
import { PinnedTable } from './pinned-table.tsx'

interface VersionDetailProps {
  readonly version: VersionView
  readonly content: PinnedContent
}

/** One version: what moved since, what differs from the one before, or the whole of it. */
export function VersionDetail({ version: it, content }: VersionDetailProps) {
  const words = useText().consolidation
  const { view = 'since' } = useSearch({ from: '/inside/province/$period/versions' })
  const navigate = useNavigate({ from: '/province/$period/versions' })
  const isAffected = it.since.length > 0
  return (
    <section className="version-detail" aria-labelledby="version-title">
      <div className="version-head">
        <h2 id="version-title">{words.versionName(it.version, it.reading === 'provisional')}</h2>
        <Tag look={isAffected ? 'warn' : 'ok'} icon={isAffected ? 'revised' : 'check'}>
          {isAffected ? words.affected(it.since.length) : words.notAffected}
        </Tag>
        <span className="grow" />
        <span className="no-print">
          <Segments
            label={words.view}
            value={view}
            choices={(['since', 'changes', 'content'] as const).map((value) => ({ value, label: words.views[value] }))}
            onChoose={(chosen) =>
              void navigate({
                search: (before) => ({ ...before, view: chosen === 'since' ? undefined : chosen }),
                replace: true,
              })
            }
          />
        </span>
      </div>
      <p className="mut">
        {words.pinnedBy(`${timeOf(it.at)} ${fullDay(it.at)}`, it.by?.name ?? '')}. {it.note}
      </p>
      {view === 'since' ? (
        <Changes changes={it.since} title={words.nothingSince} advice={words.nothingSinceAdvice} />
      ) : null}
      {view === 'changes' ? (
        <Changes changes={it.changes} title={words.nothingChanged} advice={words.nothingChangedAdvice} />
      ) : null}
      {view === 'content' ? <PinnedTable content={content} label={shortMoment(it.at)} /> : null}
      <p className="mut version-hash">{words.hash(it.contentHash)}</p>
    </section>
  )
}

interface ChangesProps {
  readonly changes: readonly ChangeView[]
  readonly title: string
  readonly advice: string
}

function Changes({ changes, title, advice }: ChangesProps) {
  return changes.length === 0 ? (
    <EmptyState icon="check" title={title} advice={advice} />
  ) : (
    <ChangeTable changes={changes} />
  )
}
