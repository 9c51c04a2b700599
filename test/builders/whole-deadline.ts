/** The deadline of the whole, set as a regime of the tests has it: the 22nd at 17:00, or the next working day. */
import type { TestDatabase } from '../db.ts'
import { regimeCode } from './province.ts'

export const wholeRule = { kind: 'dayOfMonth', monthOffset: 0, day: 22, time: '17:00', onDayOff: 'next' } as const
export const wholeAct = 'Công văn số 12/UBND-TH ngày 05/01/2026'

/** For the periods that are open, too. */
export async function setWholeDeadline({ owner }: TestDatabase): Promise<void> {
  await owner.query(
    `update regime_versions v set consolidated_deadline_rule = $2, consolidated_deadline_act = $3
     from regimes r where r.id = v.regime_id and r.code = $1`,
    [regimeCode, JSON.stringify(wholeRule), wholeAct],
  )
}
