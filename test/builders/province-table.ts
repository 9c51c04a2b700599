/** The province's table as a test reads it: one cell by its row and column. */
import assert from 'node:assert/strict'
import type { ProvinceTable } from '#contract/province.ts'
import type { Journey } from './journey.ts'
import { presentPeriod, regimeCode } from './province.ts'

type Cell = ProvinceTable['rows'][number]['cells'][number]

export interface TableReading {
  readonly whole: ProvinceTable
  cell(row: string, column: string): Cell
  /** The number, or why there is none. */
  said(row: string, column: string): string
}

export interface Wanted {
  readonly login?: string
  readonly reading?: 'accepted' | 'provisional'
  readonly period?: string
}

export async function readTable(
  journey: Journey,
  { login = 'phuc', reading = 'provisional', period = presentPeriod }: Wanted = {},
): Promise<TableReading> {
  const client = await journey.as(login)
  const answer = await client.get<ProvinceTable>(`/api/province/${regimeCode}?period=${period}&reading=${reading}`)
  assert.equal(answer.status, 200, JSON.stringify(answer.body))
  const cell = (row: string, column: string): Cell => {
    const found = answer.body.rows.find((r) => r.key === row)?.cells.find((c) => c.column === column)
    assert.ok(found, `the table has a cell ${row}.${column}`)
    return found
  }
  const said = (row: string, column: string): string => {
    const { value } = cell(row, column)
    return value.kind === 'number' ? value.value : value.reason
  }
  return { whole: answer.body, cell, said }
}
