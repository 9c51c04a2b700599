import type { IndicatorList } from '#contract/catalogue.ts'
import { useText } from '../../platform/text/use-text.ts'

interface GroupListProps {
  readonly list: IndicatorList
  readonly chosen: string | undefined
  onChoose(group: string | undefined): void
}

/** Groups with how many indicators each has; pressing the chosen one again shows all. */
export function GroupList({ list: { groups, indicators }, chosen, onChoose }: GroupListProps) {
  const text = useText().catalogue
  return (
    <nav className="card group-list no-print" aria-label={text.groups}>
      <ul>
        <li>
          <button type="button" aria-pressed={chosen === undefined} onClick={() => onChoose(undefined)}>
            <span>{text.allGroups}</span>
            <small>{indicators.length}</small>
          </button>
        </li>
        {groups.map(({ code, name }) => (
          <li key={code}>
            <button
              type="button"
              aria-pressed={code === chosen}
              onClick={() => onChoose(code === chosen ? undefined : code)}
            >
              <i>{code}</i>
              <span>{name}</span>
              <small>{indicators.filter(({ group }) => group === code).length}</small>
            </button>
          </li>
        ))}
      </ul>
    </nav>
  )
}
