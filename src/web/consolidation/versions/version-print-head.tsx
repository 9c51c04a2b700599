import type { PinnedContent, VersionView } from '#contract/versions.ts'
import { fullDay, timeOf } from '../../platform/clock.ts'
import { useSession } from '../../platform/session.ts'
import { useText } from '../../platform/text/use-text.ts'

interface VersionPrintHeadProps {
  readonly version: VersionView
  readonly content: PinnedContent
}

/** Head of the printed version: whose report, its number, which version, and where it stands. */
export function VersionPrintHead({ version: it, content }: VersionPrintHeadProps) {
  const text = useText()
  const { isDemonstration } = useSession()
  return (
    <header className="print-only version-print-head">
      <p>
        <b>{it.agency.name}</b>
        {it.documentNumber === ''
          ? ''
          : ` · ${text.review.document(it.documentNumber, it.documentDate === null ? '' : fullDay(it.documentDate))}`}
      </p>
      <p className="print-title">
        {content.title}, {content.period.name}
      </p>
      <p>
        {text.consolidation.versionName(it.version, it.reading === 'provisional')},{' '}
        {text.consolidation.pinnedBy(`${timeOf(it.at)} ${fullDay(it.at)}`, it.by?.name ?? '')}
        {it.state === null ? '' : ` · ${text.versionWay.states[it.state]}`}
        {isDemonstration ? ` · ${text.name.demonstration}` : ''}
      </p>
    </header>
  )
}
