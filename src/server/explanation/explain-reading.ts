/** The explanation of any reading: its tree, the sources that differ, what was said before, and what moved since. */
import type { ExplainQuery, FigureExplanation } from '#contract/explanation.ts'
import { type Result, refuse } from '#contract/problems.ts'
import type { Actor } from '#core/access/roles.ts'
import { referenceName } from '#core/formula/reference-name.ts'
import { periodName } from '#core/period/period.ts'
import { readAreas, readFigures } from '../figures/index.ts'
import { databaseNow } from '../platform/clock.ts'
import type { Db } from '../platform/database.ts'
import { type AskedReading, askedReading } from './asked-reading.ts'
import { figureHistory } from './figure-history.ts'
import { type OpenedReading, opened, reportedIn } from './opened-reading.ts'
import { otherSourcesOf } from './other-sources.ts'
import { areaName, partName } from './reading-names.ts'
import { readingNode } from './reading-node.ts'
import type { Explaining } from './reported-node.ts'
import type { Heading } from './unsaid-node.ts'
import { whatMoved } from './what-moved.ts'

export async function explainReading(db: Db, q: ExplainQuery, actor: Actor): Promise<Result<FigureExplanation>> {
  const now = await databaseNow(db)
  if (q.asOf !== undefined && Date.parse(q.asOf) > Date.parse(now)) return refuse('reading.moment-ahead')
  const asked = await askedReading(db, q, actor)
  if (!asked.ok) return asked
  const { catalogue, place, as, what } = asked.value
  const x: Explaining = { catalogue, viewer: actor, at: as.asOf ?? now, from: as.level }
  const it = await openReading(db, asked.value)
  const heading = headingOf(asked.value)
  const value: FigureExplanation = {
    indicator: what.kind === 'indicator' ? what.reference.code : '',
    label: heading.label,
    formula: what.kind === 'formula' ? what.text : '',
    areaName: areaName(catalogue, place.area),
    periodName: periodName(it.place.period),
    level: as.level,
    at: now,
    asOf: as.asOf ?? null,
    node: await readingNode(db, x, { it, heading }),
    isPartial: it.outcome.kind === 'number' && it.outcome.lacking !== undefined,
    missing: it.missing.map((part) => partName(catalogue, { reference: part.reference, place: part }, it)),
    otherSources: otherSourcesOf(catalogue, it, reportedIn(it)),
    history: await figureHistory(db, x, it),
    previous: await whatMoved(db, {
      x,
      present: it,
      on: as.on,
      readAsOf: (instant, formulas) => {
        const catalogueAsOf = formulas === 'then' ? instant : (as.asOf ?? now)
        return openReading(db, { ...asked.value, as: { ...as, asOf: instant, catalogueAsOf } })
      },
      periodNameOf: (one) => periodName(one.place.period),
    }),
  }
  return { ok: true, value }
}

function openReading(db: Db, { what, place, as, catalogue }: AskedReading): Promise<OpenedReading> {
  const areas = readAreas(catalogue).catalogue
  return readFigures(db, as, (reader) => {
    const read = what.kind === 'indicator' ? reader.read(what.reference, place) : reader.evaluate(what.formula, place)
    return opened(read, { reader, areas })
  })
}

function headingOf({ what, catalogue }: AskedReading): Heading {
  if (what.kind === 'formula') return { label: what.text, measure: what.measure, decimals: decimalsOfFormulas }
  const indicator = catalogue.indicators.get(what.reference.code)
  return {
    label: referenceName(what.reference, catalogue),
    measure: indicator?.measure ?? '',
    decimals: indicator?.decimals ?? 0,
  }
}

/** A free formula declares none; growth and shares are read with two. */
const decimalsOfFormulas = 2
