import { useState } from 'react'
import type { Explanation, ProvinceTable } from '#contract/province.ts'
import { useText } from '../../platform/text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import type { CellPlace } from '../../ui/use-cell-focus.ts'
import type { Row } from '../row-attention.ts'
import { AskDialog } from './ask-dialog.tsx'

interface AskButtonProps {
  readonly table: ProvinceTable
  readonly cell: CellPlace
  readonly explanation: Explanation
  readonly row: Row | undefined
}

/** «Hỏi Cục Thuế»: there for whoever consolidates, on the lines that one agency stands behind. */
export function AskButton({ table, cell, explanation, row }: AskButtonProps) {
  const words = useText().consolidation
  const [isOpen, setIsOpen] = useState(false)
  const contact = row?.contact
  if (!table.can.includes('ask') || !contact) return null
  return (
    <>
      <Button icon="ask" onClick={() => setIsOpen(true)}>
        {words.ask(contact.shortName)}
      </Button>
      {isOpen ? (
        <AskDialog
          period={table.period}
          cell={cell}
          contact={contact}
          explanation={explanation}
          onClose={() => setIsOpen(false)}
        />
      ) : null}
    </>
  )
}
