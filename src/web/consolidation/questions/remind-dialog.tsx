import './remind.css'
import { useQuery } from '@tanstack/react-query'
import type { ProvinceTable } from '#contract/province.ts'
import { useText } from '../../platform/text/use-text.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { reminderOptions } from '../province-queries.ts'
import { RemindedAgency } from './reminded-agency.tsx'

interface RemindDialogProps {
  readonly table: ProvinceTable
  onClose(): void
}

/** Every agency whose report has not come: whom to call, and when it was reminded last. */
export function RemindDialog({ table, onClose }: RemindDialogProps) {
  const text = useText()
  const { data } = useQuery(reminderOptions(table.period.label))
  const reminders = data?.questions.filter(({ cell }) => cell === null)
  return (
    <Dialog title={text.remind.title} closeLabel={text.common.close} onClose={onClose}>
      <p className="mut">{text.remind.advice}</p>
      <ul className="reminded">
        {table.awaited.map((agency) => (
          <RemindedAgency
            key={agency.code}
            table={table}
            agency={agency}
            reminders={reminders?.filter((question) => question.agency.code === agency.code)}
          />
        ))}
      </ul>
    </Dialog>
  )
}
