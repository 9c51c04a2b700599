import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkGlossary, readGlossary, readTables } from './check-glossary.ts'
import { parseSource } from './source-tree.ts'

const text = `
| Vietnamese | identifier | never | note |
|---|---|---|---|
| địa bàn | \`Area\`, \`areas\`, \`dated-tree/\` | unit, region | |
| chế độ báo cáo | \`Regime\` | report type | |
| số | \`number\` | | |
| số liệu | \`Figure\` | data, number | |
`

const schema = `
CREATE TABLE public.areas (
    id integer NOT NULL,
    unit_id integer,
    name text,
    CONSTRAINT areas_check CHECK ((id > 0))
);
CREATE TABLE app.areas_2026 PARTITION OF areas FOR VALUES FROM (1) TO (2);
`

function rulesFor(sample: {
  readonly core?: string
  readonly schema?: string
  readonly tables?: Record<string, string>
}) {
  return checkGlossary({
    glossary: readGlossary(text),
    files: [parseSource('src/core/dated-tree/sample.ts', sample.core ?? '')],
    tables: readTables(sample.schema ?? ''),
    architecture: { core: ['dated-tree'], server: [], web: [], tables: sample.tables ?? { areas: 'catalogue' } },
  }).map(({ rule, says }) => `${rule}: ${says}`)
}

test('a table is read with its columns, without constraints and partitions', () => {
  assert.deepEqual(readTables(schema), [{ name: 'areas', columns: ['id', 'unit_id', 'name'], line: 2 }])
})

test('an exported type without a row is found', () => {
  assert.deepEqual(rulesFor({ core: 'export interface Parish { readonly name: string }' }), [
    'glossary-row: no row for type `Parish`',
  ])
})

test('a type with a row, and a type that is not exported, are fine', () => {
  assert.deepEqual(rulesFor({ core: 'export interface Area {}\ninterface Parish {}' }), [])
})

test('a table without a row or an owner is found', () => {
  assert.deepEqual(rulesFor({ schema: 'CREATE TABLE secrets (\n    id integer\n);', tables: {} }), [
    'glossary-row: no row for table `secrets`',
    'table-owner: secrets has no owner in architecture.json',
  ])
})

test('a column named by a word that is never used is found', () => {
  assert.deepEqual(rulesFor({ schema }), [
    'glossary-never: unit_id: say `Area`, `areas`, `dated-tree/` (GLOSSARY.md:4)',
  ])
})

for (const [core, found] of [
  ['export const region = 1', true],
  ['export function regions() {}', true],
  ['export const reportType = 1', true],
  ['export const regional = 1', false],
  ['export const number = 1', false],
] as const)
  test(`${core}: ${found ? 'refused' : 'allowed'}`, () => assert.equal(rulesFor({ core }).length, found ? 1 : 0))
