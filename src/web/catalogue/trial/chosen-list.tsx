import { useText } from '../../platform/text/use-text.ts'
import { Icon } from '../../ui/icons.tsx'

interface ChosenListProps {
  readonly add: string
  readonly choices: readonly { readonly label: string; readonly name: string }[]
  readonly chosen: readonly string[]
  readonly most: number
  onChange(chosen: string[]): void
}

/** What is chosen, each with a way to leave it out, and a way to add one more. */
export function ChosenList({ add, choices, chosen, most, onChange }: ChosenListProps) {
  const text = useText().formula.trial
  const names = new Map(choices.map(({ label, name }) => [label, name]))
  return (
    <ul className="chosen-list">
      {chosen.map((label) => (
        <li key={label}>
          <button
            type="button"
            aria-label={text.remove(names.get(label) ?? label)}
            onClick={() => onChange(chosen.filter((other) => other !== label))}
          >
            {names.get(label) ?? label} <Icon name="close" size={14} />
          </button>
        </li>
      ))}
      <li>
        <select
          className="input"
          aria-label={add}
          value=""
          disabled={chosen.length >= most}
          onChange={(event) => event.target.value !== '' && onChange([...chosen, event.target.value])}
        >
          <option value="">{add}</option>
          {choices
            .filter(({ label }) => !chosen.includes(label))
            .map(({ label, name }) => (
              <option key={label} value={label}>
                {name}
              </option>
            ))}
        </select>
      </li>
    </ul>
  )
}
