import { useState } from 'react'
import { useText } from '../platform/text/use-text.ts'
import { fieldOf, instantOf } from './as-of-moment.ts'

interface MomentFieldProps {
  readonly value: string
  onChoose(instant: string): void
}

/** A time and day, taken when it is typed to its end: the table is not read for every digit. */
export function MomentField({ value, onChoose }: MomentFieldProps) {
  const words = useText().explorer
  const [typed, setTyped] = useState<string | null>(null)
  const instant = typed === null ? value : instantOf(typed)
  const choose = (): void => {
    if (typed === null || instant === undefined) return
    setTyped(null)
    if (typed !== fieldOf(value)) onChoose(instant)
  }
  return (
    <>
      <input
        className="input as-of-field"
        autoComplete="off"
        aria-label={words.asOfDay}
        aria-invalid={instant === undefined}
        aria-describedby={instant === undefined ? 'as-of-form' : undefined}
        value={typed ?? fieldOf(value)}
        onChange={({ target }) => setTyped(target.value)}
        onKeyDown={({ key }) => {
          if (key === 'Enter') choose()
          if (key === 'Escape') setTyped(null)
        }}
        onBlur={choose}
      />
      {instant === undefined ? (
        <small id="as-of-form" className="warn">
          {words.asOfForm}
        </small>
      ) : null}
    </>
  )
}
