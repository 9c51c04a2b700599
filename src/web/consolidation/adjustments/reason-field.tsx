import { useId } from 'react'
import { useText } from '../../platform/text/use-text.ts'

interface ReasonFieldProps {
  readonly value: string
  readonly placeholder?: string
  readonly isFirst?: boolean
  onType(text: string): void
}

/** Why: asked for with every act on the table. */
export function ReasonField({ value, placeholder, isFirst = false, onType }: ReasonFieldProps) {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{useText().consolidation.reason}</label>
      <textarea
        id={id}
        className="input"
        rows={3}
        required
        maxLength={1000}
        placeholder={placeholder}
        data-first={isFirst ? '' : undefined}
        value={value}
        onChange={(event) => onType(event.target.value)}
      />
    </div>
  )
}
