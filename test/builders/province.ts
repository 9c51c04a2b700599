/**
 * One province ready to work in: the reference data, the cast, an account per step at every agency that reports
 * (`nhap.sct` types, `thamdinh.sct` appraises, `pheduyet.sct` approves, `vanthu.sct` seals for SCT), and September's
 * submissions opened. Made once as a template; each test file works on a clone of it at `presentMoment`.
 */
import { createHash } from 'node:crypto'
import { globSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { hash } from '@node-rs/argon2'
import type { Role } from '#core/access/roles.ts'
import { localDate } from '#core/period/local-date.ts'
import { period } from '#core/period/period.ts'
import { invariant } from '#core/quantity/invariant.ts'
import { loadReference, regimeVersion } from '#server/catalogue/index.ts'
import type { Db } from '#server/platform/database.ts'
import { openSubmissions } from '#server/submissions/index.ts'
import { addCast, password } from '../cast.ts'
import { type TestDatabase, type TestSeed, testDatabase } from '../db.ts'

/** A Wednesday afternoon: September's data are taken, its report is due in two days. */
export const presentMoment = '2026-09-16T07:32:00Z'
export const presentPeriod = '2026-09'
export const regimeCode = 'BC-KTXH-THANG'

export const stepLogins = {
  nhap: 'reporter',
  thamdinh: 'appraiser',
  pheduyet: 'approver',
  vanthu: 'clerk',
} as const satisfies Record<string, Role>

/** Opens a period's submissions by the real function; what is open stays. Returns agency id → submission id. */
export async function openPeriod(
  db: Db,
  label: string,
  at: string = presentMoment,
): Promise<ReadonlyMap<number, string>> {
  const regime = await regimeVersion(db, { code: regimeCode, on: localDate('2026-09-16') })
  invariant(regime !== undefined, `${regimeCode} is in the reference data`)
  return openSubmissions(db, { regime, period: period(label, regime.calendar), at })
}

async function addStepAccounts(db: Db): Promise<void> {
  const passwordHash = await hash(password, { memoryCost: 64, timeCost: 1 })
  for (const [prefix, role] of Object.entries(stepLogins)) {
    await db.query(
      `with subject as (select distinct g.id, g.code from regime_subjects s join agencies g on g.id = s.agency_id),
       account as (insert into accounts (login, display_name, password_hash, is_demonstration)
         select $1 || '.' || lower(code), $1 || ' ' || code, $2, true from subject order by id returning id, login)
       insert into account_roles (account_id, agency_id, role)
       select account.id, subject.id, $3 from account join subject on account.login = $1 || '.' || lower(subject.code)`,
      [prefix, passwordHash, role],
    )
  }
}

const root = path.resolve(import.meta.dirname, '../..')
/** Everything the seed is made from. */
const sources = [
  'db/reference/**',
  'src/core/{form,period,workflow}/*.ts',
  'src/server/catalogue/*.ts',
  'src/server/submissions/{open-submissions,queries}.ts',
  'test/cast.ts',
  'test/builders/province.ts',
]

function sourcesHash(): string {
  const all = createHash('sha256')
  for (const file of globSync(sources, { cwd: root }).sort()) {
    const whole = path.join(root, file)
    if (!file.endsWith('.test.ts') && statSync(whole).isFile()) all.update(file).update(readFileSync(whole))
  }
  return all.digest('hex')
}

export const provinceSeed: TestSeed = {
  name: 'province',
  version: sourcesHash(),
  load: async (owner) => {
    await loadReference(owner)
    await addCast(owner)
    await addStepAccounts(owner)
    await openPeriod(owner, presentPeriod)
    await owner.query('analyze')
  },
}

export interface ProvinceOptions {
  readonly at?: string
  /** For tests that hold a watch to the feed; see `testDatabase`. */
  readonly isAlone?: boolean
}

/** A clone of the province, its clock running from `at`. */
export async function aProvince({ at = presentMoment, isAlone = false }: ProvinceOptions = {}): Promise<TestDatabase> {
  const db = await testDatabase({ seed: provinceSeed, isAlone })
  await db.setClock(at)
  return db
}

/** Id of an agency's submission. */
export async function submissionOf(db: Db, agency: string, label: string = presentPeriod): Promise<string> {
  const { rows } = await db.query<{ id: string }>(
    `select s.id from submissions s join agencies g on g.id = s.agency_id where g.code = $1 and s.period = $2`,
    [agency, label],
  )
  const [row] = rows
  invariant(row !== undefined, `${agency} has a submission for ${label}`)
  return row.id
}
