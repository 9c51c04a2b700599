import './adjustments.css'
import { useState } from 'react'
import type { Explanation, ProvinceTable } from '#contract/province.ts'
import { useText } from '../../platform/text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import type { CellPlace } from '../../ui/use-cell-focus.ts'
import { AdjustDialog } from './adjust-dialog.tsx'

interface AdjustButtonProps {
  readonly table: ProvinceTable
  readonly cell: CellPlace
  readonly explanation: Explanation
}

/** There for whoever may adjust the table, on the numbers that take an adjustment. */
export function AdjustButton({ table, cell, explanation }: AdjustButtonProps) {
  const text = useText().consolidation
  const [isOpen, setIsOpen] = useState(false)
  const own = table.rows.find(({ key }) => key === cell.row)?.cells.find(({ column }) => column === cell.column)
  const { value } = explanation.node
  if (!table.can.includes('adjust') || !own?.isAdjustable || value.kind !== 'number') return null
  return (
    <>
      <Button icon="adjusted" onClick={() => setIsOpen(true)}>
        {text.adjust}
      </Button>
      {isOpen ? (
        <AdjustDialog
          period={table.period.label}
          area={table.area.key}
          cell={cell}
          explanation={explanation}
          before={value.value}
          onClose={() => setIsOpen(false)}
        />
      ) : null}
    </>
  )
}
