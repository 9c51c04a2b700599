/** A table opened for one viewer: what its definition chooses, and every figure of it read from one snapshot. */

import type { ReadingChoice } from '#contract/consolidated-table.ts'
import { type Result, refuse } from '#contract/problems.ts'
import { type Actor, canReadProvince } from '#core/access/roles.ts'
import { parseDefinition } from '#core/table/definition-text.ts'
import { leadRegimes, loadCatalogue } from '../catalogue/index.ts'
import type { ReadAs } from '../figures/index.ts'
import { databaseNow } from '../platform/clock.ts'
import type { Db } from '../platform/database.ts'
import { localDay } from '../platform/local-time.ts'
import { type AgencyWords, agencyWords } from './agency-words.ts'
import { chosenOf } from './chosen.ts'
import { type TableFigure, type TableOf, tableFigures } from './table-figures.ts'

export interface OpenTable extends ChosenTable {
  /** By indicator, area, period, reading, the last fastest. */
  readonly figures: readonly TableFigure[]
  /** The same as known now, where the table shows what was known at an earlier instant. */
  readonly present: readonly TableFigure[] | null
  /** What each agency says, where the definition asks for it. */
  readonly words: AgencyWords
}

/** What a definition chooses, at the level that this viewer may see, and how it is to be read. */
export interface ChosenTable extends TableOf {
  readonly levels: readonly ReadingChoice[]
  readonly at: string
  /** As known now; `on` is today, whose areas and names the table shows. */
  readonly as: ReadAs
}

/** Refuses what cannot be read or chosen. What a colleague may see is shown as far as whoever opens the link may. */
export async function chosenTable(db: Db, q: { actor: Actor; text: string }): Promise<Result<ChosenTable>> {
  const read = parseDefinition(q.text)
  if (!read.ok) return refuse(read.problem.code, read.problem.details)
  const at = await databaseNow(db)
  const { asOf } = read.definition
  if (asOf !== null && Date.parse(asOf) > Date.parse(at)) return refuse('reading.moment-ahead')
  const catalogue = await loadCatalogue(db, localDay(at))
  const chosen = chosenOf(read.definition, catalogue)
  if (!chosen.ok) return chosen
  const [lead] = await leadRegimes(db)
  // What is sent and not accepted yet is for the people of its receiver.
  const isReceiver = lead?.receiverId === q.actor.agencyId && canReadProvince(q.actor)
  const levels: readonly ReadingChoice[] = isReceiver ? ['accepted', 'provisional'] : ['accepted']
  const level = levels.includes(read.definition.level) ? read.definition.level : 'accepted'
  const as: ReadAs = {
    viewerAgencyId: q.actor.agencyId,
    level: level === 'accepted' ? 'accepted' : 'sent',
    regimeId: lead?.regimeId ?? null,
    on: localDay(at),
  }
  const definition = { ...read.definition, level }
  return { ok: true, value: { definition, catalogue, chosen: chosen.value, levels, at, as } }
}

export async function openTable(db: Db, q: { actor: Actor; text: string }): Promise<Result<OpenTable>> {
  const asked = await chosenTable(db, q)
  if (!asked.ok) return asked
  const table = asked.value
  const { asOf, sources } = table.definition
  const then = asOf === null ? table.as : { ...table.as, asOf }
  return {
    ok: true,
    value: {
      ...table,
      figures: await tableFigures(db, table, then),
      present: asOf === null ? null : await tableFigures(db, table, table.as),
      words: sources === 'each' ? await agencyWords(db, { ...table, as: then }) : [],
    },
  }
}
