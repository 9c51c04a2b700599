/**
 * kill -9 of the program and of PostgreSQL, in turns, ten times while reporters save: nothing acknowledged is lost, what
 * was cut off between commit and answer is done once when it is sent again, each next start is clean.
 */
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import type { FormCellView } from '#contract/submissions.ts'
import { openPool } from '#server/platform/database.ts'
import { joinEmbeddedPostgres } from '#server/platform/embedded-postgres.ts'
import { ask, type Client, signIn } from '../api/client.ts'
import { Journey } from '../builders/journey.ts'
import { provinceSeed, submissionOf } from '../builders/province.ts'
import { type Program, runProgram } from './program.ts'

let isOver = false
let program: Program | undefined
const base = mkdtempSync(path.join(tmpdir(), 'baocao-kill-'))
chmodSync(base, 0o711)
after(async () => {
  isOver = true
  program?.child.kill('SIGTERM')
  await program?.ended
  rmSync(base, { recursive: true, force: true })
})
const environment = { BAOCAO_DATA_DIR: path.join(base, 'data'), PORT: '0', BAOCAO_DEMO: '0', BAOCAO_LOG_LEVEL: 'warn' }
const folder = path.join(base, 'data/postgres')
const postmasterPid = () => Number(readFileSync(path.join(folder, 'cluster/postmaster.pid'), 'utf8').split('\n')[0])

let address = ''

async function start(): Promise<Program> {
  const program = runProgram(['bin/run.mjs', 'tools/start.ts'], environment)
  const [, found] = await program.until(/đang chạy tại (http:\S+)/)
  address = found ?? ''
  return program
}

async function onDatabase<T>(work: (owner: ReturnType<typeof openPool>) => Promise<T>): Promise<T> {
  const server = joinEmbeddedPostgres(folder)
  assert.ok(server, 'the server runs')
  const owner = openPool({ url: server.ownerUrl, size: 2 })
  return work(owner).finally(() => owner.end())
}

/** Its backends go on for a moment without it, and answer saves: those say nothing of the next start. */
async function killPostgres(): Promise<void> {
  const killed = postmasterPid()
  process.kill(killed, 'SIGKILL')
  for (let tries = 0; tries < 2_400; tries++) {
    await wait(50)
    try {
      await onDatabase((owner) => owner.query('select'))
      if (postmasterPid() !== killed) return
    } catch {}
  }
  assert.fail('PostgreSQL is not started again')
}

interface Saved {
  readonly submission: string
  readonly revision: number
  readonly value: string
}

const acknowledged: Saved[] = []
const odd: string[] = []
let repeated = 0

/** Sends one save until it is answered, with the same key each time. */
async function saveOnce(client: Client, it: Saved & { readonly cellPath: string }): Promise<void> {
  const headers = {
    cookie: client.cookie,
    'x-csrf-token': client.session?.csrfToken ?? '',
    'idempotency-key': randomUUID(),
    'if-match': `"${it.revision - 1}"`,
  }
  for (; !isOver; repeated++) {
    const body = { value: { kind: 'number', value: it.value } }
    const answer = await ask<FormCellView>(address, { method: 'PUT', path: it.cellPath, body, headers }).catch(
      () => undefined,
    )
    if (answer?.status === 200) {
      assert.equal(answer.body.revision, it.revision)
      acknowledged.push({ submission: it.submission, revision: it.revision, value: it.value })
      return
    }
    if (answer && answer.status !== 503) {
      odd.push(`${answer.status} ${JSON.stringify(answer.body)}`)
      return
    }
    await wait(50)
  }
}

async function keepSaving(client: Client, submission: string, cellPath: string): Promise<void> {
  for (let revision = 1; !isOver && odd.length === 0; revision++)
    await saveOnce(client, { submission, cellPath, revision, value: String(revision * 10) })
}

async function allAcknowledgedAreThere(): Promise<void> {
  const soFar = [...acknowledged]
  const known = await onDatabase(async (owner) => {
    const { rows } = await owner.query(`select submission_id, revision, value::int::text as value from cell_revisions`)
    return new Set(rows.map((row) => `${row.submission_id} ${row.revision} ${row.value}`))
  })
  const lost = soFar.filter((a) => !known.has(`${a.submission} ${a.revision} ${a.value}`))
  assert.deepEqual(lost, [])
}

/** A second of saves, so that the blow falls among them; after one, however long a busy machine takes to recover. */
async function someSaves(): Promise<void> {
  const before = acknowledged.length
  for (let tries = 0; acknowledged.length < before + 20 && odd.length === 0 && tries < 2_400; tries++) await wait(50)
  assert.deepEqual(odd, [])
  assert.ok(acknowledged.length >= before + 20, 'saving goes on')
}

test('ten kills amid saves lose nothing that was acknowledged', async () => {
  program = await start()
  await onDatabase((owner) => provinceSeed.load(owner))
  const saving: Promise<void>[] = []
  for (const agency of ['SYT', 'CA', 'TTT', 'KBNN']) {
    const login = `nhap.${agency.toLowerCase()}`
    const submission = await onDatabase((owner) => submissionOf(owner, agency))
    const { forms } = await new Journey(address).view(login, submission)
    const cellPath = `/api/submissions/${submission}/forms/${forms[0]?.id}/cells/a1/estimate`
    saving.push(keepSaving(await signIn(address, login), submission, cellPath))
  }
  for (let kill = 1; kill <= 10; kill++) {
    await someSaves()
    if (kill % 2 === 0) await killPostgres()
    else {
      const survivor = postmasterPid()
      program.child.kill('SIGKILL')
      await program.ended
      program = await start()
      assert.equal(postmasterPid(), survivor, 'the surviving PostgreSQL is adopted')
    }
    await someSaves()
    await allAcknowledgedAreThere()
  }
  isOver = true
  await Promise.all(saving)
  assert.ok(repeated > 0, 'some saves were cut off and sent again')
  const verify = runProgram(['bin/baocao.mjs', 'verify'], environment)
  assert.equal(await verify.ended, 0, verify.said())
  program.child.kill('SIGTERM')
  assert.equal(await program.ended, 0)
})
