import type { ProvinceTable } from '#contract/province.ts'
import { fullDay, timeOf } from '../platform/clock.ts'
import { useSession } from '../platform/session.ts'
import { useText } from '../platform/text/use-text.ts'
import { tableTitle } from './table-title.ts'

/** Head of the printed table: whose, of which period, which figures, as of when. */
export function PrintHead({ table }: { readonly table: ProvinceTable }) {
  const text = useText()
  const { province, isDemonstration } = useSession()
  const words = text.province
  return (
    <header className="print-only province-print-head">
      <p>
        {province}
        {isDemonstration ? ` · ${text.name.demonstration}` : ''}
      </p>
      <p className="print-title">{tableTitle(text, table)}</p>
      <p>
        {words.reading}: {words.readings[table.reading].toLowerCase()}. {words.readingNotes[table.reading]}{' '}
        {words.printed(`${timeOf(table.at)} ${fullDay(table.at)}`)}.
      </p>
    </header>
  )
}
