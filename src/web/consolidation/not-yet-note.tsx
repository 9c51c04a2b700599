import { Link } from '@tanstack/react-router'
import type { ProvinceTable } from '#contract/province.ts'
import { useText } from '../platform/text/use-text.ts'
import { Icon } from '../ui/icons.tsx'

/** A period nobody's report was accepted for yet: says so, and where there are figures. */
export function NotYetNote({ table }: { readonly table: ProvinceTable }) {
  const text = useText().province
  const { accepted, sent, late } = table.agencies
  if (table.reading !== 'accepted' || accepted > 0) return null
  const { area, period } = table
  const title = area.kind === 'province' ? text.notYetTitle(period.name) : text.notYetHere(area.name, period.name)
  const earlier = table.periods[table.periods.findIndex(({ label }) => label === period.label) + 1]
  const canSeeMore = table.readings.includes('provisional') && sent + late > 0
  return (
    <div className="not-yet-note no-print" role="status">
      <Icon name="clock" />
      <p className="grow">
        <b>{title}.</b> {text.notYetAdvice(sent + late)}
      </p>
      {canSeeMore ? (
        <Link from="/province/$period" search={(before) => ({ ...before, reading: 'provisional' as const })}>
          {text.seeProvisional}
        </Link>
      ) : null}
      {earlier ? (
        <Link
          from="/province/$period"
          to="/province/$period"
          params={{ period: earlier.label }}
          search={(before) => before}
        >
          {text.seePeriod(earlier.name)}
        </Link>
      ) : null}
    </div>
  )
}
