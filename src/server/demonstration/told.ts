/** What has been reported so far in the demonstration, to pre-fill the next report as the program itself would. */

import { figureOfRecord } from '#core/figure/precedence.ts'
import type { Vintage } from '#core/figure/vintage.ts'
import { absent, type CellValue } from '#core/quantity/cell-value.ts'
import type { Key } from './sheets.ts'

interface Told {
  readonly agencyId: number
  readonly vintage: Vintage | null
  readonly value: CellValue
  readonly isAccepted: boolean
}

type Question = Pick<Key, 'indicatorId' | 'areaId' | 'spanId'>

export interface Memory {
  tell(key: Key, told: Told): void
  /** As the agency would see it pre-filled: its own sent figures, others' accepted ones. */
  recall(question: Question, agencyId: number): CellValue
}

export function emptyMemory(): Memory {
  const byPlace = new Map<string, Told[]>()
  const placeOf = ({ indicatorId, areaId, spanId }: Question) => `${indicatorId} ${areaId} ${spanId}`
  return {
    tell(key, told) {
      const known = byPlace.get(placeOf(key)) ?? []
      const others = known.filter((one) => one.agencyId !== told.agencyId || one.vintage !== told.vintage)
      byPlace.set(placeOf(key), [...others, told])
    },
    recall(question, agencyId) {
      const known = byPlace.get(placeOf(question)) ?? []
      const visible = known.filter((one) => one.isAccepted || one.agencyId === agencyId)
      return figureOfRecord(visible, [agencyId]).chosen?.value ?? absent
    },
  }
}
