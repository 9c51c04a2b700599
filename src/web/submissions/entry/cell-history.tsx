import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { decimalsOf } from '#core/form/cell-decimals.ts'
import type { FormColumn, FormRow } from '#core/form/layout.ts'
import { sameValue } from '#core/quantity/cell-value.ts'
import { terseMoment } from '../../platform/text/moments.ts'
import { useText } from '../../platform/text/use-text.ts'
import { valueDisplay } from '../form/cell-display.ts'
import { cellValue, type FormModel } from '../form/form-model.ts'
import { historyOptions } from '../submission-queries.ts'

interface CellHistoryProps {
  readonly model: FormModel
  readonly row: FormRow
  readonly column: FormColumn
}

/** People run through cells with the arrows; the history is asked for where they rest. */
const restsAfter = 350

/** Who typed what and when, newest first, and the same figure in earlier reports. */
export function CellHistory({ model, row, column }: CellHistoryProps) {
  const text = useText()
  const [rests, setRests] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setRests(true), restsAfter)
    return () => clearTimeout(timer)
  }, [])
  const { submissionId, formId } = model.form
  const { data } = useQuery({
    ...historyOptions({ submissionId, formId, row: row.key, column: column.key }),
    enabled: rests,
  })
  const said = (value: Parameters<typeof cellValue>[0]): string =>
    valueDisplay(text, cellValue(value), decimalsOf(row, column)).shown
  const revisions = data?.revisions ?? []
  return (
    <section>
      <h3>{text.entry.history}</h3>
      {data && revisions.length + data.earlier.length === 0 ? <p className="mut">{text.entry.noHistory}</p> : null}
      <ol className="timeline">
        {revisions.map((revision, at) => {
          const before = revisions[at + 1]
          const who = revision.enteredBy?.name ?? text.entry.computed
          return (
            <li key={revision.revision}>
              <span>{revision.enteredAt === null ? '' : terseMoment(revision.enteredAt)}</span>
              <span>
                {revision.value.kind === 'empty'
                  ? text.entry.emptied(who)
                  : before === undefined || before.value.kind === 'empty'
                    ? text.entry.typed(who, said(revision.value))
                    : sameValue(cellValue(before.value), cellValue(revision.value))
                      ? text.entry.noted(who)
                      : text.entry.changed(who, said(before.value), said(revision.value))}
              </span>
            </li>
          )
        })}
        {data?.earlier.map((earlier, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: earlier figures have no identity of their own
          <li key={at}>
            <span>{earlier.vintage === null ? '' : text.vintages[earlier.vintage]}</span>
            <span>{text.entry.earlier(earlier.source, said(earlier.value))}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}
