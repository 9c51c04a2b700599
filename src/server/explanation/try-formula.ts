/**
 * Tries a formula that nobody has saved on real figures: each area with each period, with the readings it took, so that
 * the browser can compute the same and shows it while the text goes on changing.
 */
import type { Trial, TrialCell, TrialInput, TrialRequest } from '#contract/explanation.ts'
import type { Result } from '#contract/problems.ts'
import type { Actor } from '#core/access/roles.ts'
import { periodName } from '#core/period/period.ts'
import type { Outcome } from '#core/quantity/outcome.ts'
import type { ReadingPlace } from '#core/reading/place.ts'
import type { Computation, Reading } from '#core/reading/reading.ts'
import type { Catalogue } from '../catalogue/index.ts'
import { readFigures } from '../figures/index.ts'
import { databaseNow } from '../platform/clock.ts'
import type { Db } from '../platform/database.ts'
import { askedFormula, askedPlace, readAs } from './asked-reading.ts'
import { partName } from './reading-names.ts'
import { outcomeView } from './value-view.ts'

interface Placed {
  readonly place: ReadingPlace
  readonly catalogue: Catalogue
}

export async function tryFormula(db: Db, asked: TrialRequest, actor: Actor): Promise<Result<Trial>> {
  const columns: Placed[][] = []
  for (const period of new Set(asked.periods)) {
    const column: Placed[] = []
    for (const area of new Set(asked.areas)) {
      const placed = await askedPlace(db, { area, period, calendar: asked.calendar, vintage: 'best' })
      if (!placed.ok) return placed
      column.push(placed.value)
    }
    columns.push(column)
  }
  const cells: TrialCell[] = []
  let text = asked.formula
  for (const column of columns) {
    const found = await tryInPeriod(db, { asked, actor, column })
    if (!found.ok) return found
    text = found.value.text
    cells.push(...found.value.cells)
  }
  const first = columns[0]?.[0]
  return {
    ok: true,
    value: {
      formula: text,
      calendar: asked.calendar,
      level: first ? (await readAs(db, { level: asked.level, place: first.place }, actor)).level : 'accepted',
      at: await databaseNow(db),
      areas: first ? areasAround(first.catalogue, new Set(asked.areas)) : [],
      periods: columns.flatMap(([one]) =>
        one ? [{ label: one.place.period.label, name: periodName(one.place.period) }] : [],
      ),
      cells,
    },
  }
}

interface Column {
  readonly asked: TrialRequest
  readonly actor: Actor
  readonly column: readonly Placed[]
}

type Tried = Result<{ readonly text: string; readonly cells: readonly TrialCell[] }>

async function tryInPeriod(db: Db, { asked, actor, column }: Column): Promise<Tried> {
  const [first] = column
  if (!first) return { ok: true, value: { text: '', cells: [] } }
  const formula = askedFormula(asked.formula, first.catalogue)
  if (!formula.ok) return formula
  const as = await readAs(db, { level: asked.level, place: first.place }, actor)
  const computed = await readFigures(db, as, (reader) =>
    column.map(({ place }) => reader.evaluate(formula.value.formula, place)),
  )
  const cells = computed.map((one) => cellView(first.catalogue, one))
  return { ok: true, value: { text: formula.value.text, cells } }
}

function cellView(catalogue: Catalogue, { place, outcome, how }: Computation): TrialCell {
  return {
    area: place.area,
    period: place.period.label,
    value: outcomeView(outcome),
    lacking: lackingOf(outcome),
    inputs: how.kind === 'formula' ? how.parts.map((part) => inputView(catalogue, part, place)) : [],
  }
}

function lackingOf(outcome: Outcome): string[] {
  return outcome.kind === 'number' ? [...(outcome.lacking ?? [])] : []
}

function inputView(catalogue: Catalogue, { reference, place, outcome }: Reading, at: ReadingPlace): TrialInput {
  const indicator = catalogue.indicators.get(reference.code)
  return {
    code: reference.code,
    members: [...reference.members],
    label: partName(catalogue, { reference, place }, { reference: undefined, place: at }),
    area: place.area,
    period: place.period.label,
    vintage: place.vintage,
    plan: place.scenario.kind === 'plan' ? place.scenario.version : null,
    value: outcomeView(outcome),
    lacking: lackingOf(outcome),
    measure: indicator?.measure ?? '',
    decimals: indicator?.decimals ?? 0,
  }
}

function areasAround({ areas }: Catalogue, asked: ReadonlySet<string>): Trial['areas'] {
  const all = [...areas.values()]
  const ids = new Map(all.map((area) => [area.id, area]))
  const parentOf = (parentId: number | null) => (parentId === null ? undefined : ids.get(parentId))
  const above = new Set(all.filter(({ code }) => asked.has(code)).map(({ parentId }) => parentId))
  return all
    .filter((area) => asked.has(area.code) || above.has(area.id) || asked.has(parentOf(area.parentId)?.code ?? ''))
    .map(({ code, name, level, parentId }) => ({
      code,
      name,
      parent: parentOf(parentId)?.code ?? null,
      isOptional: level === 'unallocated',
    }))
}
