import type { FormColumn, FormRow } from '#core/form/layout.ts'
import { useText } from '../../platform/text/use-text.ts'
import { Fraction } from '../../ui/number-text.tsx'
import { displayOf } from './cell-display.ts'
import type { FormModel } from './form-model.ts'

interface NumberCellProps {
  readonly model: FormModel
  readonly row: FormRow
  readonly column: FormColumn
  readonly isPointedOut: boolean
}

/** Two decimals hold every amount of these forms and one every ratio, so that commas stand in one line. */
export function NumberCell({ model, row, column, isPointedOut }: NumberCellProps) {
  const text = useText()
  const { shown, reason } = displayOf(model, text, { row, column })
  const isRatio = column.role === 'ratio'
  const comma = shown.indexOf(',')
  const look = ['num', isRatio ? 'is-ratio' : '', isPointedOut ? 'is-pointed-out' : ''].join(' ')
  return (
    <td className={look} title={reason}>
      {comma < 0 ? shown : shown.slice(0, comma)}
      <Fraction digits={isRatio ? 1 : 2} text={comma < 0 ? '' : shown.slice(comma)} />
    </td>
  )
}
