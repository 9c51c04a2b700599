import './picker.css'
import type { ExplorerChoices } from '#contract/explorer.ts'
import { type TableReading, tableReadings } from '#core/table/definition.ts'
import { areaOfWord, areaWord } from '#core/table/definition-text.ts'
import { useText } from '../../platform/text/use-text.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { useExplorer } from '../use-explorer.ts'
import { areaOptions } from './area-options.ts'
import { indicatorOptions } from './indicator-options.ts'
import { ListPicker } from './list-picker.tsx'
import { PeriodPicker } from './period-picker.tsx'

export type Picked = 'indicator' | 'area' | 'period' | 'reading'

interface PickerProps {
  readonly what: Picked
  readonly choices: ExplorerChoices
  onClose(): void
}

const titles = { indicator: 'indicators', area: 'areas', period: 'periods', reading: 'readings' } as const

/** One choice of the table, made in a dialog; on a phone it takes the whole screen. */
export function Picker({ what, choices, onClose }: PickerProps) {
  const text = useText()
  const { definition, change } = useExplorer()
  const words = text.explorer.pick
  const shared = { onClose, text: words }
  const dialog = (() => {
    switch (what) {
      case 'indicator':
        return (
          <ListPicker
            {...shared}
            options={indicatorOptions(choices)}
            chosen={definition.indicators}
            onChoose={(indicators) => change({ indicators })}
          />
        )
      case 'area':
        return (
          <ListPicker
            {...shared}
            options={areaOptions(text, choices)}
            chosen={definition.areas.map(areaWord)}
            onChoose={(areas) => change({ areas: areas.map(areaOfWord) })}
          />
        )
      case 'reading':
        return (
          <ListPicker
            {...shared}
            options={tableReadings.map((key) => ({ key, label: text.explorer.readings[key], hint: '', level: 0 }))}
            chosen={definition.readings}
            onChoose={(keys) => change({ readings: readingsOf(keys) })}
          />
        )
      case 'period':
        return <PeriodPicker onClose={onClose} latest={choices.latest} />
    }
  })()
  return (
    <div className="picker">
      <Dialog title={words[titles[what]]} closeLabel={text.common.close} onClose={onClose}>
        {dialog}
      </Dialog>
    </div>
  )
}

/** In their own order; of none ticked the usual one is left. */
function readingsOf(keys: readonly string[]): readonly TableReading[] {
  const readings = tableReadings.filter((reading) => keys.includes(reading))
  return readings.length > 0 ? readings : ['best']
}
