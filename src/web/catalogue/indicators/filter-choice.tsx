import { useText } from '../../platform/text/use-text.ts'

interface FilterChoiceProps {
  readonly label: string
  readonly value: string | undefined
  /** Value and what is read. */
  readonly choices: readonly (readonly [string, string])[]
  /** Only where the screen has no room for another way to choose. */
  readonly isNarrow?: boolean
  onChoose(value: string | undefined): void
}

/** One of several, or all; says what it filters while nothing is chosen. */
export function FilterChoice({ label, value, choices, isNarrow = false, onChoose }: FilterChoiceProps) {
  const all = useText().common.all.toLowerCase()
  return (
    <select
      className={isNarrow ? 'input only-narrow' : 'input'}
      aria-label={label}
      value={value ?? ''}
      onChange={(event) => onChoose(event.target.value || undefined)}
    >
      <option value="">{`${label}: ${all}`}</option>
      {choices.map(([choice, name]) => (
        <option key={choice} value={choice}>
          {name}
        </option>
      ))}
    </select>
  )
}
