import type { ProvinceTable } from '#contract/province.ts'
import { localMoment } from '../platform/clock.ts'
import { useIsLive } from '../platform/live.ts'
import { useText } from '../platform/text/use-text.ts'
import { Icon } from '../ui/icons.tsx'
import { TableLegend } from './table-legend.tsx'

/** How fresh the table is, what its signs mean, and what its figures are. */
export function LiveLine({ table }: { readonly table: ProvinceTable }) {
  const text = useText().province
  const isLive = useIsLive()
  const { time, seconds } = localMoment(table.at)
  const when = `${time}:${seconds}`
  return (
    <footer className="live-line no-print">
      <span className={isLive ? 'ok' : 'ink2'}>
        <Icon name={isLive ? 'check' : 'clock'} size={14} /> {isLive ? text.liveAt(when) : text.pollAt(when)}
      </span>
      <span className="mut live-legend">
        <TableLegend table={table} />
      </span>
      <span className="grow" />
      <span className="ink2 live-reading">{text.readingNotes[table.reading]}</span>
    </footer>
  )
}
