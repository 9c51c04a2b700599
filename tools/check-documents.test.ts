import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkDocument, unlistedPages } from './check-documents.ts'

const present = new Set(['docs/domain/period.md', 'src/core/period', 'src/core'])
const repository = { exists: (path: string) => present.has(path.replace(/\/$/, '')), scripts: new Set(['check']) }

for (const [text, rules] of [
  ['see [periods](period.md#deadlines)', []],
  ['see [figures](figure.md)', ['dead-link']],
  ['see [the law](https://example.org/law)', []],
  ['code: `src/core/period`', []],
  ['code: `src/core/weather`', ['no-such-path']],
  ['write `db/migrations/NNNN_….sql`', []],
  ['run `npm run check -- deps`', []],
  ['run `npm run polish`', ['no-such-script']],
] as const)
  test(`«${text}»: ${rules[0] ?? 'true'}`, () =>
    assert.deepEqual(
      checkDocument('docs/domain/sample.md', text, repository).map(({ rule }) => rule),
      rules,
    ))

test('a page of docs that its index does not name is told, a page elsewhere is not asked for', () =>
  assert.deepEqual(
    unlistedPages('[periods](domain/period.md#deadlines), [run](../README.md)', [
      'README.md',
      'docs/README.md',
      'docs/domain/period.md',
      'docs/domain/figure.md',
    ]).map(({ path, rule }) => `${path} ${rule}`),
    ['docs/domain/figure.md unlisted-page'],
  ))
