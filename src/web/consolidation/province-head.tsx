import type { ProvinceTable } from '#contract/province.ts'
import { fullDay, shortMoment } from '../platform/clock.ts'
import { useText } from '../platform/text/use-text.ts'
import { Button } from '../ui/button.tsx'
import { Segments } from '../ui/segments.tsx'
import { Tag } from '../ui/tag.tsx'
import { AreaSwitch } from './areas/area-switch.tsx'
import { PeriodSwitch } from './period-switch.tsx'
import { tableTitle } from './table-title.ts'
import { useProvinceSearch } from './use-province-search.ts'
import { PinButton } from './versions/pin-button.tsx'

/** What table this is, of which period, and which figures it takes in. */
export function ProvinceHead({ table }: { readonly table: ProvinceTable }) {
  const text = useText()
  const { reading, change } = useProvinceSearch()
  const words = text.province
  return (
    <div className="province-head no-print">
      <div className="grow">
        <p className="crumb">
          {words.takenFor(fullDay(table.period.from), fullDay(table.period.to))} · {words.due(shortMoment(table.dueAt))}
        </p>
        <h1>{tableTitle(text, table)}</h1>
      </div>
      <div className="province-tools">
        <AreaSwitch table={table} />
        <PeriodSwitch periods={table.periods} />
        {table.readings.length > 1 ? (
          <Segments
            label={words.reading}
            value={reading}
            choices={table.readings.map((value) => ({ value, label: words.readings[value] }))}
            onChoose={(chosen) => change({ reading: chosen === 'accepted' ? undefined : chosen })}
          />
        ) : (
          <Tag look="ok" icon="check">
            {words.readings[table.reading]}
          </Tag>
        )}
        <span className="province-print">
          <Button icon="print" onClick={() => print()}>
            {text.common.print}
          </Button>
        </span>
        <PinButton table={table} />
      </div>
    </div>
  )
}
