import { type ReactNode, useId } from 'react'
import { DayInput, type DayInputProps } from './day-input.tsx'

interface DateFieldProps extends Pick<DayInputProps, 'value' | 'min' | 'onChange'> {
  readonly label: string
  /** Below the field. */
  readonly children?: ReactNode
}

/** A day in a form, with its label. */
export function DateField({ label, children, ...rest }: DateFieldProps) {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <DayInput id={id} {...rest} />
      {children}
    </div>
  )
}
