import type { TableAxis } from '#core/table/definition.ts'
import { useText } from '../../platform/text/use-text.ts'
import { periodShort } from '../period-short.ts'
import type { TableModel } from './table-model.ts'

interface MemberLabelProps {
  readonly model: TableModel
  readonly axis: TableAxis
  readonly member: number
}

/** The name of one member of an axis; an indicator's measure stands with it once. */
export function MemberLabel({ model: { table }, axis, member }: MemberLabelProps) {
  const text = useText()
  switch (axis) {
    case 'indicator': {
      const indicator = table.indicators[member]
      return (
        <>
          {indicator?.name} <small className="mut">{indicator?.measure}</small>
        </>
      )
    }
    case 'area':
      return <>{table.areas[member]?.name}</>
    case 'period': {
      const period = table.periods[member]
      return <span title={period?.name}>{periodShort(text, period?.label ?? '')}</span>
    }
    case 'reading':
      return <>{text.explorer.readings[table.readings[member] ?? 'best']}</>
    case 'source':
      return <>{table.sources[member]?.name || text.explorer.record}</>
  }
}
