import assert from 'node:assert/strict'
import diagnostics from 'node:diagnostics_channel'
import { test } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { problems } from '#contract/problems.ts'
import { addCast } from '../cast.ts'
import { testDatabase } from '../db.ts'
import { testApp } from './app.ts'
import { ask, signIn } from './client.ts'

interface Operation {
  readonly summary?: string
  readonly responses: Record<string, unknown>
  readonly requestBody?: unknown
}

const offered: { method: string; url: string }[] = []
diagnostics.subscribe('fastify.initialization', (message) => {
  const { fastify } = message as { fastify: FastifyInstance }
  fastify.addHook('onRoute', ({ method, url }) => {
    for (const one of [method].flat()) if (one !== 'HEAD' && url.startsWith('/api/')) offered.push({ method: one, url })
  })
})

const db = await testDatabase()
await addCast(db.owner)
const app = await testApp(db)
const { body: document } = await ask<{ openapi: string; paths: Record<string, Record<string, Operation>> }>(app, {
  path: '/api/openapi.json',
})
const lan = await signIn(app, 'lan')

const pathOf = (url: string) => url.replace(/:(\w+)/g, '{$1}')
const examplePath = (url: string) => url.replace(/:\w*[iI]d\b/g, '1').replace(/:\w+/g, 'x')
const undescribed = new Set(['/api/openapi.json'])
const open = new Set(['POST /api/session', 'GET /api/welcome', 'GET /api/problems', 'GET /api/openapi.json'])

test('the description is OpenAPI 3.1', () => assert.match(document.openapi, /^3\.1\./))

for (const { method, url } of offered) {
  const name = `${method} ${url}`
  if (!undescribed.has(url))
    test(`${name} is described: what it is for, what it answers`, () => {
      const operation = document.paths[pathOf(url)]?.[method.toLowerCase()]
      assert.ok(operation?.summary, 'has a summary')
      assert.ok(Object.keys(operation.responses).some((status) => status.startsWith('2')))
    })
  if (open.has(name)) continue
  test(`${name} is closed to who is not signed in`, async () => {
    const answer = await ask(app, { method: method as 'GET', path: examplePath(url) })
    assert.equal(answer.status, 401)
    assert.equal(answer.body.code, 'session.required')
  })
  if (method !== 'GET')
    test(`${name} needs the CSRF token`, async () => {
      const it = { method: method as 'POST', path: examplePath(url), headers: { 'x-csrf-token': '' } }
      assert.equal((await lan.send<{ code: string }>(it)).body.code, 'session.csrf')
    })
}

test('there are no other ways in', () => {
  const described = Object.entries(document.paths).flatMap(([url, operations]) =>
    Object.keys(operations).map((method) => `${method.toUpperCase()} ${url}`),
  )
  const known = offered.filter(({ url }) => !undescribed.has(url)).map(({ method, url }) => `${method} ${pathOf(url)}`)
  assert.deepEqual(described.sort(), known.sort())
})

test('every code of a problem can be read about', async () => {
  const { body } = await ask<{ code: string }[]>(app, { path: '/api/problems' })
  assert.deepEqual(
    body.map(({ code }) => code),
    Object.keys(problems),
  )
})
