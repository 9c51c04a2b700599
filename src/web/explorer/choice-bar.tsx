import './choice-bar.css'
import { type ReactNode, useState } from 'react'
import type { ExplorerChoices } from '#contract/explorer.ts'
import { type Comparison, comparisons, type TableAxis, type TableDefinition } from '#core/table/definition.ts'
import { useText } from '../platform/text/use-text.ts'
import { Icon } from '../ui/icons.tsx'
import { Segments } from '../ui/segments.tsx'
import { AxisChip } from './axis-chip.tsx'
import { type Picked, Picker } from './pickers/picker.tsx'
import { useExplorer } from './use-explorer.ts'

interface ChoiceBarProps {
  readonly choices: ExplorerChoices
  /** Levels this viewer may choose between. */
  readonly levels: readonly TableDefinition['level'][]
}

/** What the table shows and how it lies, each a chip that opens its choice. */
export function ChoiceBar({ choices, levels }: ChoiceBarProps) {
  const words = useText().explorer
  const { definition, change } = useExplorer()
  const [picking, setPicking] = useState<Picked | null>(null)
  const placedOn = (which: 'rows' | 'columns') => definition[which].filter(isPlaced(definition))
  const side = (which: 'rows' | 'columns') => (
    <ChoiceSide name={words[which]}>
      {placedOn(which).length === 0 ? <span className="choice-none mut">{words.onlyOne[which]}</span> : null}
      {placedOn(which).map((axis) => (
        <AxisChip
          key={axis}
          axis={axis}
          choices={choices}
          onPick={axis === 'source' ? undefined : () => setPicking(axis)}
          onMove={() => change(moved(definition, axis))}
          side={which}
        />
      ))}
    </ChoiceSide>
  )
  return (
    <section className="card choice-bar no-print" aria-label={words.title}>
      {side('rows')}
      {side('columns')}
      <ChoiceSide name={words.filters}>
        {definition.readings.length === 1 ? (
          <AxisChip axis="reading" choices={choices} onPick={() => setPicking('reading')} />
        ) : null}
        <Segments
          label={words.axes.source}
          value={definition.sources}
          choices={(['chosen', 'each'] as const).map((value) => ({ value, label: words.sources[value] }))}
          onChoose={(sources) => change({ sources })}
        />
        {levels.length > 1 ? (
          <Segments
            label={words.level}
            value={definition.level}
            choices={levels.map((value) => ({ value, label: words.levels[value] }))}
            onChoose={(level) => change({ level })}
          />
        ) : null}
      </ChoiceSide>
      <ChoiceSide name={words.compare}>
        <ComparisonChips />
      </ChoiceSide>
      {picking ? <Picker what={picking} choices={choices} onClose={() => setPicking(null)} /> : null}
    </section>
  )
}

function ComparisonChips() {
  const words = useText().explorer
  const { definition, change } = useExplorer()
  return comparisons.map((comparison) => {
    const isChosen = definition.comparisons.includes(comparison)
    return (
      <button
        key={comparison}
        type="button"
        className="chip"
        aria-pressed={isChosen}
        onClick={() => change({ comparisons: toggled(definition.comparisons, comparison) })}
      >
        {isChosen ? <Icon name="check" size={14} /> : null}
        {words.comparisons[comparison]}
      </button>
    )
  })
}

function ChoiceSide({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className="choice-side">
      <h2>{name}</h2>
      <div className="choice-chips">{children}</div>
    </div>
  )
}

/** An axis with one reading, or with figures of record alone, is no axis to move. */
function isPlaced({ readings, sources }: TableDefinition): (axis: TableAxis) => boolean {
  return (axis) => (axis === 'reading' ? readings.length > 1 : axis === 'source' ? sources === 'each' : true)
}

function moved({ rows, columns }: TableDefinition, axis: TableAxis): Pick<TableDefinition, 'rows' | 'columns'> {
  const without = (axes: readonly TableAxis[]) => axes.filter((one) => one !== axis)
  return rows.includes(axis)
    ? { rows: without(rows), columns: [...columns, axis] }
    : { rows: [...rows, axis], columns: without(columns) }
}

/** In their own order, whatever the order of choosing. */
function toggled(chosen: readonly Comparison[], one: Comparison): readonly Comparison[] {
  return comparisons.filter((each) => (each === one ? !chosen.includes(one) : chosen.includes(each)))
}
