import { useId, useState } from 'react'
import { sentence } from '#contract/problems.ts'
import { typedText } from '#core/form/clipboard.ts'
import { cellName, type FormColumn, type FormRow } from '#core/form/layout.ts'
import { absent, type CellValue, nothing } from '#core/quantity/cell-value.ts'
import { parseCell } from '#core/quantity/vietnamese-number.ts'
import { useLanguage } from '../../../platform/text/language.ts'
import { useText } from '../../../platform/text/use-text.ts'
import { Button } from '../../../ui/button.tsx'
import { displayOf } from '../../form/cell-display.ts'
import { columnLabel } from '../../form/form-model.ts'
import type { FormEdits } from '../use-form-edits.ts'

interface PhoneCellProps {
  readonly edits: FormEdits
  readonly row: FormRow
  readonly column: FormColumn
}

/** One number field with the two statements beside it. What cannot be read stays where it was typed, with the reason. */
export function PhoneCell({ edits, row, column }: PhoneCellProps) {
  const text = useText()
  const { language } = useLanguage()
  const id = useId()
  const { model, store } = edits
  const name = cellName({ row: row.key, column: column.key })
  const { shown } = displayOf(model, text, { row, column })
  const [typed, setTyped] = useState<string | null>(null)
  const [refusal, setRefusal] = useState<string | null>(null)
  const say = (value: CellValue): void => {
    const known = model.cells.get(name)
    store.say([{ cell: name, said: { value, note: known?.note ?? '' }, seenRevision: known?.revision ?? 0 }])
    setTyped(null)
    setRefusal(null)
  }
  const commit = (): void => {
    const parsed = typed === null || typed.trim() === '' ? null : parseCell(typed.normalize('NFC'))
    if (parsed === null) setTyped(null)
    else if (parsed.ok) say(parsed.value)
    else setRefusal(sentence({ code: parsed.code, details: { ...parsed.details } }, language))
  }
  const { canEnter } = model.form
  return (
    <>
      <label htmlFor={id} className="phone-label">
        {columnLabel(column)} <small>{row.measure}</small>
      </label>
      <input
        id={id}
        className={column.role === 'entry' ? 'phone-input' : 'phone-input phone-input-second'}
        inputMode="decimal"
        autoComplete="off"
        readOnly={!canEnter}
        aria-invalid={refusal !== null}
        aria-describedby={refusal === null ? undefined : `${id}-refusal`}
        placeholder={text.signs.empty}
        value={typed ?? shown}
        onFocus={() =>
          canEnter &&
          setTyped(
            refusal === null ? typedText(model.valueOf({ row: row.key, column: column.key })).replace('…', '') : typed,
          )
        }
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) commit()
        }}
        onBlur={commit}
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
