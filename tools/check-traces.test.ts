import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkTraces } from './check-traces.ts'

for (const [path, text, rules] of [
  ['docs/a.md', 'see /home/lan/baocao', ['machine-path']],
  ['src/a.ts', `const folder = '/Users/lan/x'`, ['machine-path']],
  ['docs/a.md', 'the data folder is /var/lib/baocao', []],
  ['docs/a.md', 'https://example.org/home/page', []],
  ['package-lock.json', '"resolved": "https://registry.example.org/zod.tgz"', ['registry']],
  ['package-lock.json', '"integrity": "sha512-abc"', []],
] as const)
  test(`${text}: ${rules[0] ?? 'allowed'}`, () =>
    assert.deepEqual(
      checkTraces(path, text).map(({ rule }) => rule),
      rules,
    ))
