/** Adjusting a cell of the province's table as the page does: on the value that the table shows now. */
import assert from 'node:assert/strict'
import type { NewAdjustment } from '#contract/adjustments.ts'
import type { Answer } from '../api/client.ts'
import type { Journey } from './journey.ts'
import { presentPeriod, regimeCode } from './province.ts'
import { readTable } from './province-table.ts'

export interface Adjusting {
  readonly row: string
  readonly column: string
  readonly change: NewAdjustment['change']
  readonly reason?: string
  readonly login?: string
  readonly before?: string
  readonly reading?: 'accepted' | 'provisional'
  /** Code of the area whose table it is; the province's if not given. */
  readonly area?: string
}

export const adjustments = `/api/province/${regimeCode}/adjustments`

/** Whatever the answer. */
export async function tryToAdjust(journey: Journey, it: Adjusting): Promise<Answer<{ id: string; code?: string }>> {
  const { row, column, change, reason = 'Bổ sung ghi thu, ghi chi', login = 'phuc', reading = 'accepted' } = it
  const before = it.before ?? (await readTable(journey, { reading })).said(row, column)
  return (await journey.as(login)).post(adjustments, {
    period: presentPeriod,
    reading,
    ...(it.area !== undefined && { area: it.area }),
    row,
    column,
    before,
    change,
    reason,
  })
}

/** Answers with the id of the adjustment. */
export async function adjusted(journey: Journey, it: Adjusting): Promise<string> {
  const answer = await tryToAdjust(journey, it)
  assert.equal(answer.status, 201, JSON.stringify(answer.body))
  return answer.body.id
}
