import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { missingPackages } from './lockfile.ts'

test('the lockfile lists every package that npm ci asks for: else run tools/complete-lockfile.ts', () => {
  const lockfile = JSON.parse(readFileSync(path.resolve(import.meta.dirname, '../package-lock.json'), 'utf8'))
  assert.deepEqual(Object.keys(missingPackages(lockfile)), [])
})

test('a platform package left out by npm gets an entry for its platform alone', () => {
  const packages = {
    'node_modules/tool': { dev: true, optionalDependencies: { '@tool/cli-linux-arm64-musl': '1.2.3' } },
  }
  assert.deepEqual(missingPackages({ packages }), {
    'node_modules/@tool/cli-linux-arm64-musl': {
      version: '1.2.3',
      cpu: ['arm64'],
      dev: true,
      libc: ['musl'],
      optional: true,
      os: ['linux'],
    },
  })
})
