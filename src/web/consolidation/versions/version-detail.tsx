import { useNavigate, useSearch } from '@tanstack/react-router'
import type { PinnedContent, VersionView } from '#contract/versions.ts'
import { fullDay, shortMoment, timeOf } from '../../platform/clock.ts'
import { useText } from '../../platform/text/use-text.ts'
import { Segments } from '../../ui/segments.tsx'
import { StepLog } from '../../ui/steps/step-log.tsx'
import type { CellPlace } from '../../ui/use-cell-focus.ts'
import { ChangesOf } from './changes-of.tsx'
import { PinnedExplainPanel } from './pinned-explain-panel.tsx'
import { PinnedTable } from './pinned-table.tsx'
import { SignatureBlock } from './signature-block.tsx'
import { VersionAdjustments } from './version-adjustments.tsx'
import { VersionDecision } from './version-decision.tsx'
import { VersionHead } from './version-head.tsx'
import { VersionNotes } from './version-notes.tsx'
import { VersionPrintHead } from './version-print-head.tsx'
import { VersionSteps } from './version-steps.tsx'
import { chosenView, viewsOf } from './version-views.ts'

interface VersionDetailProps {
  readonly period: string
  readonly version: VersionView
  readonly content: PinnedContent
  readonly approved: { readonly version: number; readonly affected: number } | null
}

/** One version: where it stands on its way, what it differs in, and what this person may decide. */
export function VersionDetail({ period, version: it, content, approved }: VersionDetailProps) {
  const text = useText()
  const words = text.consolidation
  const search = useSearch({ from: '/inside/province/$period/versions' })
  const navigate = useNavigate({ from: '/province/$period/versions' })
  const view = chosenView(it, search.view)
  const { row, column } = search
  const cell = view === 'content' && row !== undefined && column !== undefined ? { row, column } : null
  const isAdjusted = it.adjustments.length > 0
  const open = (place: Partial<CellPlace>): void =>
    void navigate({ search: { version: search.version, view, ...place }, replace: true })
  return (
    <section className="version-detail" aria-labelledby="version-title">
      <VersionPrintHead version={it} content={content} />
      <VersionHead version={it} />
      <p className="mut no-print">
        {words.pinnedBy(`${timeOf(it.at)} ${fullDay(it.at)}`, it.by?.name ?? '')}
        {it.note === '' ? '' : `: ${it.note}`}
      </p>
      {it.state === null ? null : <VersionSteps version={it} />}
      <VersionNotes version={it} approved={approved} />
      <div className="version-views no-print">
        <Segments
          label={words.view}
          value={view}
          choices={viewsOf(text, it)}
          onChoose={(chosen) => void navigate({ search: { version: search.version, view: chosen }, replace: true })}
        />
      </div>
      {/* Paper bears signatures, so it is always the whole of what was signed. */}
      <div className={view === 'content' ? undefined : 'print-only'}>
        <PinnedTable
          content={content}
          label={shortMoment(it.at)}
          openCell={cell}
          foot={isAdjusted ? null : <SignatureBlock version={it} />}
          onOpen={open}
        />
      </div>
      {view === 'content' ? null : (
        <div className="no-print">
          {view === 'log' ? <StepLog log={it.log} /> : <ChangesOf version={it} view={view} />}
        </div>
      )}
      {isAdjusted ? (
        <>
          <VersionAdjustments adjustments={it.adjustments} />
          <SignatureBlock version={it} />
        </>
      ) : null}
      <p className="mut version-hash">{words.hash(it.contentHash)}</p>
      <VersionDecision period={period} version={it} approved={approved?.version} />
      {cell ? <PinnedExplainPanel period={period} version={it.version} cell={cell} onClose={() => open({})} /> : null}
    </section>
  )
}
