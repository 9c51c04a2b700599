import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { AreaCode } from '#core/indicator/indicator.ts'
import type { LocalDate } from '#core/period/local-date.ts'
import { aProvince } from '#test/builders/province.ts'
import { loadCatalogue } from '../catalogue/index.ts'
import { readAreas } from './reading-catalogue.ts'

const db = await aProvince()
const { catalogue } = readAreas(await loadCatalogue(db.pool, '2026-09-01' as LocalDate))

test('below the province lie its districts, below a commune nothing', () => {
  assert.equal(catalogue.childrenOf('83' as AreaCode).includes('836' as AreaCode), true)
  const [commune = ''] = catalogue.childrenOf('836' as AreaCode)
  assert.deepEqual(catalogue.childrenOf(commune as AreaCode), [])
})

test('below what is no area lies nothing, and not the whole province', () => {
  assert.deepEqual(catalogue.childrenOf('xx' as AreaCode), [])
})
