/**
 * Loads the reference data of the profile at every start, after the migrations. What the files say otherwise than before
 * becomes a further version, or is told where there are none; an administrator's change is never overwritten by a start.
 * Loading twice changes nothing.
 */
import { consolidatedPath } from '#core/workflow/consolidated-path.ts'
import { standardPath } from '#core/workflow/workflow.ts'
import { type Db, type Pool, transaction } from '../platform/database.ts'
import { refuseUnfitReference } from './check-reference.ts'
import { loadCheckRules } from './check-rule-queries.ts'
import { type AssignmentSource, assignmentsOf } from './derive-assignments.ts'
import { differentForms } from './form-differences-queries.ts'
import { differentIndicators } from './indicator-differences-queries.ts'
import { differentPlaces } from './place-differences-queries.ts'
import type { CsvRecord } from './read-csv.ts'
import { forgetCatalogue } from './readings.ts'
import { takeReferenceChanges } from './reference-changes.ts'
import { differencesTold } from './reference-differences.ts'
import { type Reference, readReference } from './reference-files.ts'
import * as queries from './reference-queries.ts'
import { differentRegimes } from './regime-differences-queries.ts'

const paths = { standard: standardPath, consolidated: consolidatedPath } as const

/** Returns what has changed since the last loading and what of the files is not taken over, in words; nothing the first time. */
export async function loadReference(pool: Pool, reference: Reference = readReference()): Promise<readonly string[]> {
  refuseUnfitReference(reference)
  const holidays = holidaysOf(reference)
  const assignments = reference.regimes.map((regime) => {
    return { regime: regime.code, act: regime.act, rows: assignmentsOf(regime, reference) }
  })
  const told = await transaction(pool, async (db) => {
    await queries.lockReference(db)
    await queries.loadAreas(db, reference.areas)
    await queries.loadAgencies(db, reference.agencies)
    await queries.loadMeasures(db, [...new Set(reference.indicators.map((record) => record.measure ?? ''))])
    const changes = await takeReferenceChanges(db, reference)
    await queries.loadIndicatorGroups(db, reference.indicatorGroups)
    await queries.loadIndicators(db, reference.indicators)
    await queries.loadHolidays(db, holidays)
    for (const [path, transitions] of Object.entries(paths)) await queries.loadPath(db, path, transitions)
    await queries.loadPlanVersions(db, reference.planVersions)
    await queries.loadForms(db, reference.forms)
    await loadCheckRules(db, reference.checkRules)
    await queries.loadRegimes(db, reference.regimes)
    for (const regime of assignments) await queries.loadAssignments(db, regime)
    return [...changes, ...(await notTaken(db, { reference, holidays, assignments }))]
  })
  forgetCatalogue(pool)
  return told
}

interface Loaded {
  readonly reference: Reference
  readonly holidays: readonly CsvRecord[]
  readonly assignments: readonly { readonly regime: string; readonly rows: readonly AssignmentSource[] }[]
}

async function notTaken(db: Db, { reference, holidays, assignments }: Loaded): Promise<readonly string[]> {
  const ofRegimes = await differentRegimes(db, {
    regimes: reference.regimes,
    assignments: assignments.flatMap(({ regime, rows }) => rows.map((row) => ({ ...row, regime }))),
    transitions: Object.entries(paths).flatMap(([path, steps]) => steps.map((step) => ({ ...step, path }))),
    holidays,
  })
  return differencesTold([
    ...(await differentPlaces(db, reference)),
    ...(await differentIndicators(db, reference)),
    ...(await differentForms(db, reference)),
    ...ofRegimes,
  ])
}

function holidaysOf({ holidays }: Reference): readonly CsvRecord[] {
  return holidays
    .filter((day) => day.kind !== 'unconfirmed')
    .map((day) => ({ ...day, kind: day.kind === 'makeup_workday' ? 'work' : 'off' }))
}

export async function addPlanVersions(db: Db, records: Parameters<typeof queries.loadPlanVersions>[1]): Promise<void> {
  await queries.loadPlanVersions(db, records)
  forgetCatalogue(db)
}
