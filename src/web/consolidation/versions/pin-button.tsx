import './versions.css'
import { useState } from 'react'
import type { ProvinceTable } from '#contract/province.ts'
import { useText } from '../../platform/text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { PinDialog } from './pin-dialog.tsx'

/** For whoever may pin: the first version, or the next one. Not there while the table is exactly the version pinned last. */
export function PinButton({ table }: { readonly table: ProvinceTable }) {
  const words = useText().consolidation
  const [isOpen, setIsOpen] = useState(false)
  const { pinned, contentHash } = table
  if (contentHash === null || pinned?.contentHash === contentHash) return null
  return (
    <>
      <Button look="primary" icon="lock" onClick={() => setIsOpen(true)}>
        {pinned === null ? words.pin : words.pinAgain}
      </Button>
      {isOpen ? <PinDialog table={table} contentHash={contentHash} onClose={() => setIsOpen(false)} /> : null}
    </>
  )
}
