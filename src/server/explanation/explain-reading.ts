/** The explanation of any reading: its tree, the sources that differ, what was said before, and what moved since. */
import type { ExplainQuery, FigureExplanation } from '#contract/explanation.ts'
import { type Result, refuse } from '#contract/problems.ts'
import type { Actor } from '#core/access/roles.ts'
import { referenceName } from '#core/formula/reference-name.ts'
import { periodName } from '#core/period/period.ts'
import { abs, exact, minus, toText } from '#core/quantity/exact.ts'
import { cellValueOf, readAreas, readFigures, vintageOf } from '../figures/index.ts'
import { databaseNow } from '../platform/clock.ts'
import type { Db } from '../platform/database.ts'
import { type AskedReading, askedReading } from './asked-reading.ts'
import { figureHistory } from './figure-history.ts'
import { type OpenedReading, opened, type ReportedLeaf, reportedIn } from './opened-reading.ts'
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
    otherSources: reportedIn(it).flatMap((one) => othersOf(x, one, it)),
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

function othersOf(x: Explaining, { figure, place }: ReportedLeaf, whole: OpenedReading) {
  const { value } = figure
  return figure.origin.differing.map((row): FigureExplanation['otherSources'][number] => {
    const said = cellValueOf(row)
    const isBoth = value.kind === 'number' && said.kind === 'number'
    return {
      area: place.area === whole.place.area ? '' : areaName(x.catalogue, place.area),
      agency: x.catalogue.agencies.get(row.agency_id)?.shortName ?? '',
      value: said,
      difference: isBoth ? toText(abs(minus(exact(said.value), exact(value.value)))) : null,
      level: row.level,
      vintage: vintageOf(row),
    }
  })
}
