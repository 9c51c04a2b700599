import { useLocation } from '@tanstack/react-router'
import { Fragment, useEffect, useRef } from 'react'
import { findingSentence } from '#contract/finding-sentences.ts'
import type { FormColumn, FormRow } from '#core/form/layout.ts'
import type { Exact } from '#core/quantity/exact.ts'
import { changeWords, percentChange } from '../../platform/text/change-words.ts'
import { useLanguage } from '../../platform/text/language.ts'
import { useText } from '../../platform/text/use-text.ts'
import { Icon } from '../../ui/icons.tsx'
import { displayOf } from '../form/cell-display.ts'
import { columnOf, type FormModel } from '../form/form-model.ts'
import { isBeyond, numberAt } from '../form/number-at.ts'
import { isUnexplained, type MovedEstimate, markOf, movedId } from './differences.ts'
import { MarkBox } from './mark-box.tsx'
import type { Marks } from './use-marks.ts'

interface MovedRowProps {
  readonly model: FormModel
  readonly moved: MovedEstimate
  /** Columns the estimate is compared with: the month before, the same month last year. */
  readonly bases: readonly FormColumn[]
  readonly marks: Marks
}

export function MovedRow({ model, moved, bases, marks }: MovedRowProps) {
  const text = useText()
  const { row, finding, note, isExplainable } = moved
  const { language } = useLanguage()
  const now = columnOf(model, 'estimate')
  const mark = markOf(model, row.key, finding.column)
  const id = movedId(model, moved)
  const sought = useSought(id)
  /** A form without that column does not show what the estimate moved against: the finding says it. */
  const isSeen = bases.some((base) => {
    const percent = changeAt(model, row, [now, base])
    return percent !== undefined && isBeyond(percent, model.form.changeThreshold)
  })
  const shown = (column: FormColumn | undefined): string =>
    column ? displayOf(model, text, { row, column }).shown : ''
  return (
    <tr
      id={id}
      ref={sought}
      tabIndex={-1}
      className={marks.has(mark) || isUnexplained(moved) ? 'is-marked' : undefined}
    >
      <td className="r-mark">{isExplainable && marks.mayMark ? <MarkBox mark={mark} marks={marks} /> : null}</td>
      <th scope="row">
        {row.label}
        {isSeen ? null : <small className="r-why">{findingSentence(finding, language)}</small>}
      </th>
      <td className="r-column mut">
        <small>{row.measure}</small>
      </td>
      <td className="num r-new">{shown(now)}</td>
      {bases.map((base) => (
        <Fragment key={base.key}>
          <td className="num r-old">{shown(base)}</td>
          <ChangeCell model={model} row={row} column={now} base={base} />
        </Fragment>
      ))}
      <td className="r-note">
        {isUnexplained(moved) ? (
          <span className="bad">
            <Icon name="stop" size={14} /> {text.review.unexplained}
          </span>
        ) : (
          note
        )}
      </td>
    </tr>
  )
}

/** The row that the address names takes the focus each time it is led to, also when the address named it before. */
function useSought(id: string) {
  const row = useRef<HTMLTableRowElement>(null)
  const location = useLocation()
  useEffect(() => {
    if (location.hash === id) row.current?.focus()
  }, [location, id])
  return row
}

interface ChangeCellProps {
  readonly model: FormModel
  readonly row: FormRow
  readonly column: FormColumn | undefined
  readonly base: FormColumn
}

/** The change in words, strong when it is beyond the threshold. */
function ChangeCell({ model, row, column, base }: ChangeCellProps) {
  const text = useText()
  const percent = changeAt(model, row, [column, base])
  if (percent === undefined) return <td className="num r-change" />
  const words = changeWords(text, percent)
  return (
    <td className={isBeyond(percent, model.form.changeThreshold) ? 'num r-change r-new' : 'num r-change'}>{words}</td>
  )
}

/** Undefined where one of the two is no number. */
function changeAt(
  model: FormModel,
  row: FormRow,
  [column, base]: readonly [FormColumn | undefined, FormColumn],
): Exact | undefined {
  const now = column && numberAt(model, row, column)
  const then = numberAt(model, row, base)
  return now && then && percentChange(now, then)
}
