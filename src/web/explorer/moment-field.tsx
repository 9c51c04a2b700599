import { useState } from 'react'
import { useText } from '../platform/text/use-text.ts'
import { fieldOf, instantOf, isAfter } from './as-of-moment.ts'

interface MomentFieldProps {
  readonly value: string
  /** When the table was read: later moments have not come. */
  readonly latest: string
  onChoose(instant: string): void
}

/** A time and day, taken when it is typed to its end: the table is not read for every digit. */
export function MomentField({ value, latest, onChoose }: MomentFieldProps) {
  const words = useText().explorer
  const [typed, setTyped] = useState<string | null>(null)
  const instant = typed === null ? value : instantOf(typed)
  const isToCome = instant !== undefined && isAfter(instant, latest)
  const problem = instant === undefined ? words.asOfForm : isToCome ? words.asOfToCome : undefined
  const choose = (): void => {
    if (typed === null || instant === undefined || isToCome) return
    setTyped(null)
    if (typed !== fieldOf(value)) onChoose(instant)
  }
  return (
    <>
      <input
        className="input as-of-field"
        autoComplete="off"
        aria-label={words.asOfDay}
        aria-invalid={problem !== undefined}
        aria-describedby={problem === undefined ? undefined : 'as-of-problem'}
        value={typed ?? fieldOf(value)}
        onChange={({ target }) => setTyped(target.value)}
        onKeyDown={({ key }) => {
          if (key === 'Enter') choose()
          if (key === 'Escape') setTyped(null)
        }}
        onBlur={choose}
      />
      {problem === undefined ? null : (
        <small id="as-of-problem" className="warn">
          {problem}
        </small>
      )}
    </>
  )
}
