/**
 * What the forms of a report speak of: for the feed, so that open screens know whether its figures may concern them. It
 * says nothing of what was filled in: that an agency has said a figure before its release time is nobody else's to know.
 */
import { formVersionsById, loadCatalogue, regimeVersionById } from '../catalogue/index.ts'
import type { Db } from '../platform/database.ts'
import { figuresPeriod } from './coordinates.ts'
import type { SubmissionRow } from './queries.ts'
import { areasOfReports } from './report-areas.ts'

export interface SpokenOf {
  /** Codes, each once. */
  readonly indicators: readonly string[]
  readonly areas: readonly string[]
}

export async function spokenOf(db: Db, submission: SubmissionRow): Promise<SpokenOf> {
  const regime = await regimeVersionById(db, submission.regime_version_id)
  const { from } = figuresPeriod(submission.period, regime.figuresCalendar).span
  const catalogue = await loadCatalogue(db, from)
  const forms = await formVersionsById(db, submission.form_ids)
  const areas = await areasOfReports(db, catalogue, [submission])
  const rows = [...forms.values()].flatMap(({ layout }) => layout.rows)
  return {
    indicators: [...new Set(rows.flatMap(({ indicator }) => indicator ?? []))],
    areas: [...(areas.get(submission.agency_id) ?? [])].flatMap((id) => catalogue.areas.get(id)?.code ?? []),
  }
}
