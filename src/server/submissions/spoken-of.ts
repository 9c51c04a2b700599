/**
 * What the forms of a report speak of: for the feed, so that open screens know whether its figures may concern them. It
 * says nothing of what was filled in: that an agency has said a figure before its release time is nobody else's to know.
 */
import { formVersionsById, loadCatalogue, regimeVersionById } from '../catalogue/index.ts'
import type { Db } from '../platform/database.ts'
import { figuresPeriod } from './coordinates.ts'
import type { SubmissionRow } from './queries.ts'
import { sheetArea } from './sheet.ts'

export interface SpokenOf {
  /** Codes, each once. */
  readonly indicators: readonly string[]
  readonly areas: readonly string[]
}

export async function spokenOf(db: Db, submission: SubmissionRow): Promise<SpokenOf> {
  const regime = await regimeVersionById(db, submission.regime_version_id)
  const { from } = figuresPeriod(submission.period, regime.figuresCalendar).span
  const catalogue = await loadCatalogue(db, from)
  const area = catalogue.areas.get(sheetArea(catalogue, submission.agency_id))?.code ?? ''
  const forms = await formVersionsById(db, submission.form_ids)
  const rows = [...forms.values()].flatMap(({ layout }) => layout.rows).filter((row) => row.indicator !== undefined)
  return {
    indicators: [...new Set(rows.flatMap(({ indicator }) => indicator ?? []))],
    areas: [...new Set(rows.map((row) => row.area ?? area))],
  }
}
