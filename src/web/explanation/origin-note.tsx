import { Link } from '@tanstack/react-router'
import type { ExplanationNode } from '#contract/explanation.ts'
import { localMoment, shortMoment } from '../platform/clock.ts'
import { useText } from '../platform/text/use-text.ts'
import type { Text } from '../platform/text/vi.ts'
import { Icon } from '../ui/icons.tsx'

type OriginCell = NonNullable<ExplanationNode['cell']>

/** The end of the explanation: who typed it, when, in which cell; or the document it comes from. */
export function OriginNote({ node: { cell, source, adjustment } }: { readonly node: ExplanationNode }) {
  const text = useText()
  const words = text.province.explain
  if (adjustment) {
    const who = adjustment.by?.name ?? adjustment.agency.shortName
    return (
      <div className="origin">
        <p>{text.consolidation.adjustedBy(who, shortMoment(adjustment.at))}</p>
        <p>{adjustment.reason}</p>
      </div>
    )
  }
  if (!cell) return source === '' ? null : <p className="origin">{words.from(source)}</p>
  return (
    <div className="origin">
      <p>
        {cell.enteredBy ? <b>{cell.enteredBy.name}</b> : null} {words.entered(momentWithYear(cell.enteredAt))}
        <span className="mut">
          {cell.enteredBy?.position ? ` · ${cell.enteredBy.position}` : ''} · {originWords(text, cell)}
        </span>
      </p>
      <p>{words.place(cell.form, cell.rowLabel, cell.columnLabel)}</p>
      {cell.note === '' ? null : <p>{words.note(cell.note)}</p>}
      {cell.canOpen ? (
        <Link
          to="/entry/$submissionId/$formId"
          params={{ submissionId: cell.submissionId, formId: String(cell.formId) }}
          search={{ cell: `${cell.row}.${cell.column}` }}
        >
          <Icon name="table" size={14} />
          {words.openCell}
        </Link>
      ) : null}
    </div>
  )
}

function momentWithYear(instant: string): string {
  const { year } = localMoment(instant)
  const short = shortMoment(instant)
  return short.includes(String(year)) ? short : short.replace(' ', `/${year} `)
}

function originWords(text: Text, { origin }: OriginCell): string {
  const known: Readonly<Record<string, string>> = text.province.explain.origins
  return known[origin] ?? origin
}
