/**
 * The demonstration («số liệu minh họa»): thirty months of reports up to the present period, as if people had worked with
 * the program all along. The same `now` always gives the same content. It is loaded into a database that has the
 * reference data and no report yet, so it never mixes with real ones; loading again changes nothing.
 */

import { invariant } from '#core/quantity/invariant.ts'
import { appendChains } from '../audit/index.ts'
import { addPlanVersions, holidays, loadCatalogue, regimeVersion, spanIds } from '../catalogue/index.ts'
import { loadPastVersions } from '../consolidation/index.ts'
import { loadEditions } from '../figures/index.ts'
import { addDemonstrationPeople, hasDemonstrationPeople, hashPassword } from '../identity/index.ts'
import { type Db, type Pool, transaction } from '../platform/database.ts'
import { localDay } from '../platform/local-time.ts'
import { hasSubmissions, loadHistory, openSubmissions } from '../submissions/index.ts'
import { demonstrationPassword, peopleOf } from './cast.ts'
import { communeEditions } from './commune-figures.ts'
import { consolidatedReports } from './consolidated-reports.ts'
import { readLevels } from './levels.ts'
import { monthsUntilPresent, openingInstant, reportPeriodOf } from './months.ts'
import { planEdition, planRecordsOf } from './plans.ts'
import { refreshStatistics } from './queries.ts'
import { spansOf } from './sheets.ts'
import { allStories, type Stage } from './stage.ts'
import { subjectsOf } from './subjects.ts'

const regimeCode = 'BC-KTXH-THANG'

/** `now` is an instant, ISO UTC. Returns whether anything was loaded. */
export async function loadDemonstration(pool: Pool, now: string): Promise<boolean> {
  const isLoaded = await transaction(pool, async (db) => {
    if ((await hasDemonstrationPeople(db)) || (await hasSubmissions(db))) return false
    const stage = await setStage(db, { now, passwordHash: await hashPassword(demonstrationPassword) })
    const stories = allStories(stage)
    await loadHistory(db, {
      cells: stories.flatMap((story) => story.cells),
      steps: stories.flatMap((story) => story.steps),
      snapshots: stories.flatMap((story) => story.snapshots),
      states: stories.map((story) => story.state),
    })
    await appendChains(
      db,
      stories.flatMap((story) => story.entries),
    )
    await loadEditions(db, [
      ...planEditions(stage),
      ...communeEditions(stage),
      ...stories.flatMap((story) => story.editions),
    ])
    await loadPastVersions(db, consolidatedReports(stage, stories))
    return true
  })
  if (isLoaded) await refreshStatistics(pool)
  return isLoaded
}

/** Everything that stories need: people, periods opened for every subject, and where figures belong. */
async function setStage(
  db: Db,
  { now, passwordHash }: { readonly now: string; readonly passwordHash: string },
): Promise<Stage> {
  const today = localDay(now)
  const regime = await regimeVersion(db, { code: regimeCode, on: today })
  invariant(regime !== undefined, `regime ${regimeCode} is in the reference data`)
  const days = await holidays(db)
  const months = monthsUntilPresent(now, regime, days)
  await addPlanVersions(db, planRecordsOf([...new Set(months.map((month) => month.year))]))
  const catalogue = await loadCatalogue(db, today)
  const subjects = await subjectsOf(db, regime, catalogue)
  const codes = new Map([...catalogue.agencies.values()].map((agency) => [agency.code, agency.id]))
  const people = peopleOf(
    subjects.map((subject) => subject.agency),
    codes,
  )
  const accounts = await addDemonstrationPeople(db, { people, passwordHash, at: openingInstant(months[0], regime) })
  const opened = new Map<string, ReadonlyMap<number, string>>()
  for (const month of months) {
    const at = openingInstant(month, regime)
    const period = reportPeriodOf(month, regime)
    opened.set(period.label, await openSubmissions(db, { regime, period, at }))
  }
  const spans = spansOf(
    subjects.flatMap((subject) => subject.forms),
    months,
  )
  const holders = new Map(
    people.flatMap(({ login, roles }) => roles.map((r) => [`${r.agencyId} ${r.role}`, accounts.get(login)])),
  )
  return {
    levels: readLevels(),
    places: { catalogue, regime, spanIds: await spanIds(db, spans) },
    days,
    months,
    subjects,
    opened,
    now,
    personIn(agencyId, role) {
      const account = holders.get(`${agencyId} ${role}`)
      invariant(account !== undefined, `agency ${agencyId} has a ${role}`)
      return account
    },
  }
}

function planEditions({ levels, places, subjects, months }: Stage) {
  const issuer = [...places.catalogue.agencies.values()].find((agency) => agency.code === 'UBND-TINH')
  invariant(issuer !== undefined, 'the province has a committee')
  const at = openingInstant(months[0], places.regime)
  return [...new Set(months.map((month) => month.year))].map((year) =>
    planEdition({ levels, places, subjects }, year, { issuerId: issuer.id, at }),
  )
}
