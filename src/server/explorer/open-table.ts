/** A table opened for one viewer: what its definition chooses, and every figure of it read from one snapshot. */
import { type Result, refuse } from '#contract/problems.ts'
import type { ReadingChoice } from '#contract/province.ts'
import type { Actor } from '#core/access/roles.ts'
import { parseDefinition } from '#core/table/definition-text.ts'
import { loadCatalogue, type RegimeVersion, regimeCodes, regimeVersion } from '../catalogue/index.ts'
import { type ReadAs, readFigures } from '../figures/index.ts'
import type { Db } from '../platform/database.ts'
import { localDay, now } from '../submissions/index.ts'
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
  /** As known now. */
  readonly as: ReadAs
}

/** Refuses what cannot be read or chosen. What a colleague may see is shown as far as whoever opens the link may. */
export async function chosenTable(db: Db, q: { actor: Actor; text: string }): Promise<Result<ChosenTable>> {
  const read = parseDefinition(q.text)
  if (!read.ok) return refuse(read.problem.code, read.problem.details)
  const at = await now(db)
  const catalogue = await loadCatalogue(db, localDay(at))
  const chosen = chosenOf(read.definition, catalogue)
  if (!chosen.ok) return chosen
  const regimes = await regimesOn(db, at)
  const levels = levelsOf(q.actor, regimes)
  const level = levels.includes(read.definition.level) ? read.definition.level : 'accepted'
  const as: ReadAs = {
    viewerAgencyId: q.actor.agencyId,
    level: level === 'accepted' ? 'accepted' : 'sent',
    regimeId: regimes.find(({ consolidatedFormVersionId }) => consolidatedFormVersionId !== null)?.regimeId ?? null,
    on: localDay(at),
  }
  const definition = { ...read.definition, level }
  return { ok: true, value: { definition, catalogue, chosen: chosen.value, levels, at, as } }
}

export async function openTable(db: Db, q: { actor: Actor; text: string }): Promise<Result<OpenTable>> {
  const asked = await chosenTable(db, q)
  if (!asked.ok) return asked
  const table = asked.value
  const figuresAs = (whose: ReadAs) => readFigures(db, whose, (reader) => tableFigures(reader, table))
  const { asOf, sources } = table.definition
  const then = asOf === null ? table.as : { ...table.as, asOf }
  return {
    ok: true,
    value: {
      ...table,
      figures: await figuresAs(then),
      present: asOf === null ? null : await figuresAs(table.as),
      words: sources === 'each' ? await agencyWords(db, { ...table, as: then }) : [],
    },
  }
}

async function regimesOn(db: Db, at: string): Promise<readonly RegimeVersion[]> {
  const found: RegimeVersion[] = []
  for (const code of await regimeCodes(db)) {
    const version = await regimeVersion(db, { code, on: localDay(at) })
    if (version) found.push(version)
  }
  return found
}

/** What is sent is its receiver's to see: whoever receives every report may see every figure that is sent. */
function levelsOf({ agencyId }: Actor, regimes: readonly RegimeVersion[]): readonly ReadingChoice[] {
  const isReceiver = regimes.length > 0 && regimes.every(({ receiverId }) => receiverId === agencyId)
  return isReceiver ? ['accepted', 'provisional'] : ['accepted']
}
