import { Link } from '@tanstack/react-router'
import type { ExplanationNode } from '#contract/province.ts'
import { fullDay, timeOf } from '../platform/clock.ts'
import { useSession } from '../platform/session.ts'
import { useText } from '../platform/text/use-text.ts'

type Cell = NonNullable<ExplanationNode['cell']>

/** The cell where it was typed: who, when, which form, row and column, and the way there for those who may open it. */
export function OriginCell({ cell }: { readonly cell: Cell }) {
  const text = useText().province
  const { places } = useSession()
  const when = `${timeOf(cell.enteredAt)} ${fullDay(cell.enteredAt)}`
  return (
    <div className="origin-cell">
      <p>
        <b>{cell.enteredBy === null ? text.enteredNobody(when) : text.entered(cell.enteredBy.name, when)}</b>
      </p>
      <p className="xs ink2">{text.cell(cell.form, cell.rowLabel, cell.columnLabel)}</p>
      {cell.note === '' ? null : <p className="xs">«{cell.note}»</p>}
      {places.includes('review') || places.includes('entry') ? (
        <Link
          className="xs"
          to="/entry/$submissionId/$formId"
          params={{ submissionId: cell.submissionId, formId: String(cell.formId) }}
          search={{ cell: `${cell.row}.${cell.column}` }}
        >
          {text.openCell}
        </Link>
      ) : null}
    </div>
  )
}
