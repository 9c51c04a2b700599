import type { ProvinceTable } from '#contract/province.ts'
import { localMoment } from '../platform/clock.ts'
import { useFreshness } from '../platform/freshness.ts'
import { useText } from '../platform/text/use-text.ts'
import { Icon } from '../ui/icons.tsx'
import { TableLegend } from './table-legend.tsx'

const icons = { live: 'check', polled: 'clock', ended: 'lock', lost: 'offline' } as const

/** How fresh the table is, what its signs mean, and what its figures are. */
export function LiveLine({ table }: { readonly table: ProvinceTable }) {
  const text = useText().province
  const freshness = useFreshness()
  const { time, seconds } = localMoment(table.at)
  const when = `${time}:${seconds}`
  return (
    <footer className="live-line no-print">
      <span className={{ live: 'ok', polled: 'ink2', ended: 'warn', lost: 'warn' }[freshness]}>
        <Icon name={icons[freshness]} size={14} />{' '}
        {{ live: text.liveAt, polled: text.pollAt, ended: text.endedAt, lost: text.lostAt }[freshness](when)}
      </span>
      <span className="mut live-legend">
        <TableLegend table={table} />
      </span>
      <span className="grow" />
      <span className="ink2 live-reading">{text.readingNotes[table.reading]}</span>
    </footer>
  )
}
