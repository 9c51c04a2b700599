import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Architecture } from './architecture.ts'
import { absentFolders } from './borders/folders.ts'
import { checkDeps } from './check-deps.ts'
import { parseSource } from './source-tree.ts'

const architecture: Architecture = {
  core: ['quantity', 'period', 'figure'],
  server: ['platform', 'figures', 'submissions'],
  web: [['platform'], ['ui'], ['desk', 'explorer'], ['app']],
  tables: { cells: 'submissions', reported_values: 'figures', changes: 'platform' },
}

/** Rules that fire on a few files written here as `path: text`. */
function rulesFor(files: Readonly<Record<string, string>>): readonly string[] {
  const sources = Object.entries(files).map(([path, text]) => parseSource(path, text))
  return checkDeps(sources, architecture).map(({ rule }) => rule)
}

describe('each border fires on a bad sample and stays quiet on a good one', () => {
  const queries = 'src/server/submissions/queries.ts'
  const rows: readonly (readonly [string, string, string, string | undefined])[] = [
    ['core reads server', 'src/core/period/a.ts', `import { pool } from '#server/platform/pool.ts'`, 'zone'],
    ['core reads contract types', 'src/core/period/a.ts', `import type { Wire } from '#contract/wire.ts'`, 'zone'],
    ['core reads an earlier module', 'src/core/figure/a.ts', `import { x } from '#core/period/x.ts'`, undefined],
    ['core reads a later module', 'src/core/period/a.ts', `import type { F } from '../figure/f.ts'`, 'core-order'],
    [
      'core reads a later module by an inline type',
      'src/core/period/a.ts',
      `export type T = import('../figure/f.ts').F`,
      'core-order',
    ],
    ['core re-exports a later module', 'src/core/period/a.ts', `export * from '../figure/f.ts'`, 'core-order'],
    ['decimal.js in quantity', 'src/core/quantity/exact.ts', `import { Decimal } from 'decimal.js'`, undefined],
    ['decimal.js in another core module', 'src/core/period/a.ts', `import { Decimal } from 'decimal.js'`, 'package'],
    ['decimal.js in server', 'src/server/figures/a.ts', `import { Decimal } from 'decimal.js'`, 'package'],
    ['Node in core', 'src/core/period/a.ts', `import { readFileSync } from 'node:fs'`, 'package'],
    ['zod in contract', 'src/contract/a.ts', `import { z } from 'zod'`, undefined],
    ['fastify in contract', 'src/contract/a.ts', `import fastify from 'fastify'`, 'package'],
    ['Node in web', 'src/web/desk/a.ts', `import { join } from 'node:path'`, 'package'],
    ['server reads web', 'src/server/figures/a.ts', `import { a } from '../../web/desk/a.ts'`, 'zone'],
    ['web reads server', 'src/web/desk/a.ts', `import type { A } from '#server/figures/index.ts'`, 'zone'],
    [
      'slice through the front door',
      'src/server/submissions/a.ts',
      `import { p } from '#server/figures/index.ts'`,
      undefined,
    ],
    [
      'slice through a window',
      'src/server/submissions/a.ts',
      `import { p } from '../figures/promote.ts'`,
      'front-door',
    ],
    ['slice forwards', 'src/server/figures/a.ts', `import { p } from '../submissions/index.ts'`, 'slice-order'],
    ['platform from a slice', 'src/server/figures/a.ts', `import { p } from '../platform/pool.ts'`, undefined],
    ['slice from platform', 'src/server/platform/a.ts', `import { p } from '../figures/index.ts'`, 'slice-order'],
    ['composition from a slice', 'src/server/figures/a.ts', `import { p } from '../main-web.ts'`, 'composition'],
    ['ui from a web slice', 'src/web/desk/a.tsx', `import { Button } from '../ui/button.tsx'`, undefined],
    ['web platform from ui', 'src/web/ui/a.tsx', `import { t } from '../platform/text.ts'`, undefined],
    ['app from a web slice', 'src/web/desk/a.tsx', `import { Frame } from '../app/frame.tsx'`, 'web-layers'],
    ['web slice from ui', 'src/web/ui/a.tsx', `import { Desk } from '../desk/desk.tsx'`, 'web-layers'],
    ['web slice from another', 'src/web/desk/a.tsx', `import { E } from '../explorer/e.tsx'`, 'web-layers'],
    [
      'test folder from the product',
      'src/server/figures/a.ts',
      `import { an } from '#test/builders/a.ts'`,
      'test-only',
    ],
    ['test folder from a test', 'src/server/figures/a.test.ts', `import { an } from '#test/builders/a.ts'`, undefined],
    ['a test from the product', 'src/core/period/a.ts', `import { rows } from './b.test.ts'`, 'test-only'],
    ['a folder nobody listed', 'src/core/weather/a.ts', `export const rain = 1`, 'folder'],
    ['clock in core', 'src/core/period/a.ts', `export const f = () => Date.now()`, 'core-purity'],
    ['Date object in core', 'src/core/period/a.ts', `export const f = () => new Date()`, 'core-purity'],
    ['randomness in core', 'src/core/period/a.ts', `export const f = () => Math.random()`, 'core-purity'],
    ['process in core', 'src/core/period/a.ts', `export const f = () => process.env.TZ`, 'core-purity'],
    ['fetch in core', 'src/core/period/a.ts', `export const f = () => fetch('x')`, 'core-purity'],
    [
      'SQL in commands',
      'src/server/submissions/commands.ts',
      'export const q = `select c.value from cells c`',
      'sql-place',
    ],
    ['a float in web', 'src/web/desk/a.ts', `export const f = (t) => Number.parseFloat(t)`, 'float'],
    ['a query in routes', 'src/server/submissions/routes.ts', `export const f = (db) => db.query(text)`, 'sql-place'],
    ['SQL in queries', queries, 'export const q = `select c.value from cells c where c.id = $1`', undefined],
    [
      'SQL in a named queries file',
      'src/server/submissions/step-queries.ts',
      'export const q = `delete from cells`',
      undefined,
    ],
    [
      'prose that is no SQL',
      'src/server/submissions/commands.ts',
      `export const s = 'select a form, then fill it'`,
      undefined,
    ],
    [
      'insert into a table of another slice',
      queries,
      'export const q = `insert into reported_values (a) values (1)`',
      'table-owner',
    ],
    [
      'update of a table of another slice',
      queries,
      'export const q = `update app.reported_values v set a = 1`',
      'table-owner',
    ],
    [
      'delete inside a common table expression',
      queries,
      'export const q = `with gone as (delete from reported_values returning 1) select 1 from gone`',
      'table-owner',
    ],
    [
      'copy into a table of another slice',
      queries,
      'export const q = `copy reported_values (a) from stdin`',
      'table-owner',
    ],
    ['a written table without owner', queries, 'export const q = `insert into secrets (a) values (1)`', 'table-owner'],
    [
      'a written table named at run time',
      queries,
      'export const q = (t) => `insert into $' + '{t} (a) values (1)`',
      'table-owner',
    ],
    [
      'on conflict do update in its own table',
      queries,
      'export const q = `insert into cells (a) values (1) on conflict (a) do update set a = 2`',
      undefined,
    ],
    [
      'locking rows of another slice',
      queries,
      'export const q = `select v.a from reported_values v for update of v`',
      undefined,
    ],
    ['HTTP status in routes', 'src/server/figures/routes.ts', `export const f = (reply) => reply.code(204)`, undefined],
    [
      'HTTP status in commands',
      'src/server/figures/commands.ts',
      `export const f = (reply) => reply.code(204)`,
      'http-place',
    ],
    [
      'HTTP header in commands',
      'src/server/figures/commands.ts',
      `export const f = (reply) => reply.header('a', 'b')`,
      'http-place',
    ],
  ]
  for (const [name, path, text, rule] of rows)
    test(`${name}: ${rule ?? 'nothing'}`, () => assert.deepEqual(rulesFor({ [path]: text }), rule ? [rule] : []))
})

test('files that import each other are a cycle, type imports included', () => {
  const rules = rulesFor({
    'src/core/period/a.ts': `import type { B } from './b.ts'\nexport type A = B`,
    'src/core/period/b.ts': `import type { A } from './c.ts'\nexport type B = A`,
    'src/core/period/c.ts': `export type { A } from './a.ts'`,
  })
  assert.deepEqual(rules, ['cycle'])
})

test('a finding names the line, also after Vietnamese text', () => {
  const text = `// số liệu của Bến Tre\nexport const name = 'Ba Tri'\nexport const now = () => Date.now()`
  const [found] = checkDeps([parseSource('src/core/period/a.ts', text)], architecture)
  assert.equal(found?.line, 3)
})

test('a folder that is listed and has no files is found', () => {
  const sources = ['src/core/quantity/a.ts', 'src/core/period/a.ts'].map((path) => parseSource(path, 'export {}'))
  const found = absentFolders(sources, { core: ['quantity', 'figure'], server: [], web: [], tables: {} })
  assert.deepEqual(
    found.map(({ says }) => says),
    ['no files in src/core/figure'],
  )
})
