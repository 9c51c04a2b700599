import { useState } from 'react'
import type { ProvinceTable } from '#contract/province.ts'
import { useText } from '../../platform/text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { RemindDialog } from './remind-dialog.tsx'

/** «Nhắc nộp (3)»: there for whoever may ask, while a report has not come. */
export function RemindButton({ table }: { readonly table: ProvinceTable }) {
  const words = useText().remind
  const [isOpen, setIsOpen] = useState(false)
  if (!table.can.includes('ask') || table.awaited.length === 0) return null
  return (
    <>
      <Button isSmall icon="ask" look="quiet" onClick={() => setIsOpen(true)}>
        {words.remind(table.awaited.length)}
      </Button>
      {isOpen ? <RemindDialog table={table} onClose={() => setIsOpen(false)} /> : null}
    </>
  )
}
