import { useQuery } from '@tanstack/react-query'
import type { ExplorerTable } from '#contract/explorer.ts'
import { fullDay, timeOf } from '../platform/clock.ts'
import { useText } from '../platform/text/use-text.ts'
import { Icon } from '../ui/icons.tsx'
import { isCloseTo } from './as-of-moment.ts'
import { momentsOptions } from './explorer-queries.ts'
import { MomentField } from './moment-field.tsx'
import { useExplorer } from './use-explorer.ts'

interface AsOfBarProps {
  readonly table: ExplorerTable
  readonly showsNow: boolean
  onShowNow(shows: boolean): void
}

/** As of when the table is read: a day and time, or a moment at which a figure of it changed. */
export function AsOfBar({ table, showsNow, onShowNow }: AsOfBarProps) {
  const words = useText().explorer
  const { q, definition, change } = useExplorer()
  const { data } = useQuery(momentsOptions(q ?? ''))
  const { asOf } = definition
  const moments = data?.moments ?? []
  const at = asOf === null ? moments.length : moments.findLastIndex((moment) => moment <= asOf)
  return (
    <div className="as-of">
      <div className="row">
        <Icon name="clock" />
        <span>{words.asOf}</span>
        <MomentField
          value={asOf ?? table.at}
          latest={table.at}
          onChoose={(chosen) => change({ asOf: isCloseTo(chosen, table.at) ? null : chosen })}
        />
      </div>
      {moments.length > 1 ? (
        <input
          type="range"
          min={0}
          max={moments.length}
          value={Math.max(0, at)}
          aria-label={words.asOfSlider}
          aria-valuetext={asOf === null ? words.latest : `${timeOf(asOf)} ${fullDay(asOf)}`}
          onChange={({ target }) => change({ asOf: moments[target.valueAsNumber] ?? null })}
        />
      ) : null}
      {asOf === null ? (
        <span className="mut">{words.latest}</span>
      ) : (
        <>
          {table.since ? <span className="ink2">{words.since(table.since)}</span> : null}
          {table.since && table.since.added + table.since.revised > 0 ? (
            <button type="button" className="link" aria-pressed={showsNow} onClick={() => onShowNow(!showsNow)}>
              {showsNow ? words.hideDifferences : words.seeDifferences}
            </button>
          ) : null}
          <button type="button" className="link" onClick={() => change({ asOf: null })}>
            {words.backToLatest}
          </button>
        </>
      )}
    </div>
  )
}
