import { useId } from 'react'
import type { FormColumn, FormRow } from '#core/form/layout.ts'
import { absent, nothing } from '#core/quantity/cell-value.ts'
import { useText } from '../../../platform/text/use-text.ts'
import { Button } from '../../../ui/button.tsx'
import { displayOf } from '../../form/cell-display.ts'
import { columnLabel } from '../../form/form-model.ts'
import type { FormEdits } from '../use-form-edits.ts'
import { usePhoneCell } from './use-phone-cell.ts'
import type { UnreadTexts } from './use-unread-texts.ts'

interface PhoneCellProps {
  readonly unread: UnreadTexts
  readonly edits: FormEdits
  readonly row: FormRow
  readonly column: FormColumn
}

/** One number field with the two statements beside it. */
export function PhoneCell({ edits, row, column, unread }: PhoneCellProps) {
  const text = useText()
  const id = useId()
  const { model } = edits
  const { typed, refusal, type, begin, commit, say } = usePhoneCell({ edits, row, column, unread })
  const { canEnter } = model.form
  return (
    <>
      <h2 className="phone-label">
        <label htmlFor={id}>{columnLabel(column)}</label> <small>{row.measure}</small>
      </h2>
      <input
        id={id}
        className={column.role === 'entry' ? 'phone-input' : 'phone-input phone-input-second'}
        inputMode="decimal"
        autoComplete="off"
        readOnly={!canEnter}
        aria-invalid={refusal !== null}
        aria-describedby={refusal === null ? undefined : `${id}-refusal`}
        placeholder={text.signs.empty}
        value={typed ?? displayOf(model, text, { row, column }).shown}
        onFocus={canEnter ? begin : undefined}
        onChange={(event) => type(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) commit()
        }}
        onBlur={canEnter ? commit : undefined}
      />
      {refusal === null ? null : (
        <p id={`${id}-refusal`} className="bad" role="alert">
          {refusal}
        </p>
      )}
      {canEnter && column.role === 'entry' ? (
        <div className="phone-quick">
          <Button onClick={() => say(nothing)}>{text.entry.nothing} –</Button>
          <Button onClick={() => say(absent)}>{text.entry.absent} …</Button>
        </div>
      ) : null}
    </>
  )
}
