import { Link } from '@tanstack/react-router'
import type { Explanation } from '#contract/province.ts'
import { fullDay, shortMoment } from '../../platform/clock.ts'
import { useText } from '../../platform/text/use-text.ts'
import { Icon } from '../../ui/icons.tsx'

/** Under the sources that differ: whose word was chosen, by whom and why, and the way to the list. */
export function SettlementLines({ explanation }: { readonly explanation: Explanation }) {
  const words = useText().consolidation
  const { settlements, otherSources } = explanation
  if (otherSources.length === 0) return null
  return (
    <>
      {settlements.map(({ area, agency, by, at, reason, from }) => (
        <li key={area}>
          <Icon name="check" size={14} />
          <span>
            {from === null ? words.settled(agency) : words.settledForAll(agency, fullDay(from))}
            {area === '' ? '' : ` (${area})`}
            <span className="mut"> · {words.settledBy(by?.name ?? '', shortMoment(at), reason)}</span>
          </span>
        </li>
      ))}
      <li>
        <Icon name="list" size={14} />
        <Link
          from="/province/$period"
          to="/province/$period/differences"
          search={{
            ...(explanation.reading === 'provisional' ? { reading: 'provisional' as const } : {}),
            find: explanation.rowLabel,
            show: 'all' as const,
          }}
        >
          {words.reconcile}
        </Link>
      </li>
    </>
  )
}
