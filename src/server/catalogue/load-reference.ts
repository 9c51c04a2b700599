/**
 * Loads the reference data of the profile at every start, after the migrations. What the files say otherwise than before
 * becomes a further version; an administrator's change is never overwritten by a start. Loading twice changes nothing.
 */
import { consolidatedPath } from '#core/workflow/consolidated-path.ts'
import { standardPath } from '#core/workflow/workflow.ts'
import { type Db, type Pool, transaction } from '../platform/database.ts'
import { refuseUnfitReference } from './check-reference.ts'
import { loadCheckRules } from './check-rule-queries.ts'
import { assignmentsOf } from './derive-assignments.ts'
import { forgetCatalogue } from './readings.ts'
import { takeReferenceChanges } from './reference-changes.ts'
import { type Reference, readReference } from './reference-files.ts'
import * as queries from './reference-queries.ts'

/** Returns what has changed since the last loading, in words; nothing the first time. */
export async function loadReference(pool: Pool, reference: Reference = readReference()): Promise<readonly string[]> {
  refuseUnfitReference(reference)
  const told = await transaction(pool, async (db) => {
    await queries.lockReference(db)
    await queries.loadAreas(db, reference.areas)
    await queries.loadAgencies(db, reference.agencies)
    await queries.loadMeasures(db, [...new Set(reference.indicators.map((record) => record.measure ?? ''))])
    const changes = await takeReferenceChanges(db, reference)
    await queries.loadIndicatorGroups(db, reference.indicatorGroups)
    await queries.loadIndicators(db, reference.indicators)
    await queries.loadHolidays(
      db,
      reference.holidays
        .filter((day) => day.kind !== 'unconfirmed')
        .map((day) => ({ ...day, kind: day.kind === 'makeup_workday' ? 'work' : 'off' })),
    )
    await queries.loadPath(db, 'standard', standardPath)
    await queries.loadPath(db, 'consolidated', consolidatedPath)
    await queries.loadPlanVersions(db, reference.planVersions)
    await queries.loadForms(db, reference.forms)
    await loadCheckRules(db, reference.checkRules)
    await queries.loadRegimes(db, reference.regimes)
    for (const regime of reference.regimes) {
      await queries.loadAssignments(db, {
        regime: regime.code,
        act: regime.act,
        rows: assignmentsOf(regime, reference),
      })
    }
    return changes
  })
  forgetCatalogue(pool)
  return told
}

export async function addPlanVersions(db: Db, records: Parameters<typeof queries.loadPlanVersions>[1]): Promise<void> {
  await queries.loadPlanVersions(db, records)
  forgetCatalogue(db)
}
