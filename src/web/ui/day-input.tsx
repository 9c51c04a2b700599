import './day-input.css'
import { useEffect, useRef, useState } from 'react'
import { parseWrittenDay } from '#core/period/written-moment.ts'
import { fullDay } from '../platform/clock.ts'
import { useText } from '../platform/text/use-text.ts'
import { Icon } from './icons.tsx'

export interface DayInputProps {
  /** YYYY-MM-DD; '' while what is typed is no day. */
  readonly value: string
  readonly min?: string
  readonly disabled?: boolean
  /** Of the field, for a label that stands apart. */
  readonly id?: string
  /** Where no label is shown. */
  readonly label?: string
  onChange(day: string): void
}

/** A day, typed as it is written here in whatever language the browser is; the mouse has the browser's calendar too. */
export function DayInput({ value, min, disabled, id, label, onChange }: DayInputProps) {
  const words = useText().common
  const [typed, setTyped] = useState('')
  const field = useRef<HTMLInputElement>(null)
  const calendar = useRef<HTMLInputElement>(null)
  // What is typed stands as long as it means the value: «1/11/2026» is not rewritten under the fingers.
  const shown = value === '' || parseWrittenDay(typed) === value ? typed : fullDay(value)
  const fault = value === '' ? words.dayForm : min !== undefined && value < min ? words.notBefore(fullDay(min)) : ''
  useEffect(() => field.current?.setCustomValidity(fault), [fault])
  const type = (text: string): void => {
    setTyped(text)
    onChange(parseWrittenDay(text) ?? '')
  }
  return (
    <span className="day-input">
      <input
        ref={field}
        id={id}
        className="input"
        required
        inputMode="numeric"
        autoComplete="off"
        placeholder={words.dayPlaceholder}
        aria-label={label}
        aria-invalid={typed !== '' && fault !== ''}
        disabled={disabled}
        value={shown}
        onChange={({ target }) => type(target.value)}
        onBlur={() => setTyped(value === '' ? typed : fullDay(value))}
      />
      <input
        ref={calendar}
        className="day-calendar"
        type="date"
        aria-hidden="true"
        tabIndex={-1}
        min={min}
        disabled={disabled}
        value={value}
        onChange={({ target }) => type(target.value === '' ? '' : fullDay(target.value))}
      />
      <button
        type="button"
        className="day-button"
        aria-hidden="true"
        tabIndex={-1}
        disabled={disabled}
        onClick={() => calendar.current?.showPicker()}
      >
        <Icon name="calendar" />
      </button>
    </span>
  )
}
