import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, test } from 'node:test'
import { openPool } from './database.ts'
import { openHttpApp } from './http-app.ts'
import { openLog } from './log.ts'
import { servePages } from './static-pages.ts'

const around = mkdtempSync(path.join(tmpdir(), 'pages-'))
const folder = path.join(around, 'web')
mkdirSync(path.join(folder, 'assets'), { recursive: true })
writeFileSync(path.join(folder, 'index.html'), '<!doctype html><title>Báo cáo</title>')
writeFileSync(path.join(folder, 'assets/main-4f3a.js'), 'export {}')
const pool = openPool({ url: 'postgres://nobody@127.0.0.1:1/nothing', size: 1 })
const log = openLog({ level: 'silent', role: 'test' })
const app = await openHttpApp({ pool, log, isHttps: false, allowUnsafeDatabase: true })
await servePages(app, folder)
after(async () => {
  await app.close()
  await pool.end()
  rmSync(around, { recursive: true })
})

const page = { accept: 'text/html' }
for (const [url, status, type, cached] of [
  ['/', 200, /^text\/html/, 'no-cache'],
  ['/bieu/12?ky=2026-09', 200, /^text\/html/, 'no-cache'],
  ['/assets/main-4f3a.js', 200, /javascript/, 'public, max-age=31536000, immutable'],
  ['/assets/gone.js', 404, /problem\+json/, 'no-store'],
  ['/api/nothing', 404, /problem\+json/, 'no-store'],
] as const)
  test(`${url} is answered ${status}, kept: ${cached}`, async () => {
    const answer = await app.inject({ url, headers: page })
    assert.equal(answer.statusCode, status)
    assert.match(String(answer.headers['content-type']), type)
    assert.equal(answer.headers['cache-control'], cached)
  })

for (const url of ['/../outside.txt', '/%2e%2e/outside.txt', '/assets/..%2f..%2foutside.txt', '/assets/%00'])
  test(`${url} shows nothing from outside the folder`, async () => {
    writeFileSync(path.join(around, 'outside.txt'), 'secret')
    const answer = await app.inject({ url, headers: page })
    rmSync(path.join(around, 'outside.txt'))
    assert.doesNotMatch(answer.body, /secret/)
    assert.ok(answer.statusCode < 500)
  })
