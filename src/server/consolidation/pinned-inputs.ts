/** The figures that a pinned cell took, each by its edition: who said it, when it counted, and the cell where it was typed. */
import type { ExplanationNode } from '#contract/explanation.ts'
import type { PinnedInput } from '#contract/versions.ts'
import type { AreaCode } from '#core/indicator/indicator.ts'
import { localDate } from '#core/period/local-date.ts'
import { periodsOfSpan } from '#core/period/period.ts'
import { type Span, spanKey, spanOf } from '#core/period/span.ts'
import { type CellValue, number } from '#core/quantity/cell-value.ts'
import type { ReadingPlace } from '#core/reading/place.ts'
import { indicatorOfWord } from '#core/table/definition.ts'
import { knownSpanIds } from '../catalogue/index.ts'
import { type Explaining, partName, reportedNode } from '../explanation/index.ts'
import { editionsById } from '../figures/index.ts'
import type { Db } from '../platform/database.ts'
import type { VersionShelf } from './opened-versions.ts'

interface Taken {
  readonly inputs: readonly PinnedInput[]
  /** When the version was pinned. */
  readonly at: string
  /** Whether it also took what was only sent. */
  readonly from: Explaining['from']
}

/** In the order in which they were pinned; each is called by whatever differs among them. */
export async function pinnedInputNodes(
  db: Db,
  table: Pick<VersionShelf, 'shape' | 'viewer' | 'at'>,
  { inputs, at, from }: Taken,
): Promise<ExplanationNode[]> {
  const { catalogue } = table.shape
  const said = inputs.map((input) => ({ input, ...placeOf(table, input) }))
  const whole = inCommon(said, table)
  const spans = await knownSpanIds(
    db,
    said.map(({ span }) => span),
  )
  const editions = await editionsById(db, [...new Set(inputs.map(({ edition }) => edition))])
  const x: Explaining = { catalogue, viewer: table.viewer, at: table.at, from }
  const agencies = new Map([...catalogue.agencies.values()].map((one) => [one.code, one.id]))
  const nodes: ExplanationNode[] = []
  for (const { input, reference, place, span } of said) {
    const indicator = catalogue.indicators.get(reference.code)
    const accepted = editions.get(input.edition)?.accepted_at ?? null
    const chosen = {
      indicator_id: indicator?.id ?? 0,
      span_id: spans.get(spanKey(span)) ?? 0,
      area_id: catalogue.areaIds.get(input.area) ?? 0,
      plan_version_id: catalogue.plans.find(({ code }) => code === input.plan)?.id ?? 0,
      vintage: input.vintage ?? ('plan' as const),
      agency_id: agencies.get(input.agency) ?? 0,
      edition_id: input.edition,
      level: accepted !== null && accepted <= at ? ('accepted' as const) : ('sent' as const),
    }
    const row = { measure: indicator?.measure ?? '', decimals: indicator?.decimals ?? 0 }
    const label = partName(catalogue, { reference, place }, whole)
    nodes.push(
      await reportedNode(db, x, { label, row, members: reference.members.join(','), value: saidValue(input), chosen }),
    )
  }
  return nodes
}

function saidValue({ value }: PinnedInput): CellValue {
  return value.kind === 'number' ? number(value.value) : value
}

interface Placed {
  readonly reference: ReturnType<typeof indicatorOfWord>
  readonly place: ReadingPlace
  readonly span: Span
}

function placeOf({ shape }: Pick<VersionShelf, 'shape'>, input: PinnedInput): Placed {
  const span = spanOf(shape.period.calendar, localDate(input.from), localDate(input.to))
  const place: ReadingPlace = {
    area: input.area as AreaCode,
    period: periodsOfSpan(span)[0] ?? shape.period,
    scenario: input.plan === null ? { kind: 'actual' } : { kind: 'plan', version: input.plan },
    vintage: input.vintage ?? 'best',
  }
  return { reference: indicatorOfWord(input.indicator), place, span }
}

/** What they all share need not be said of each; of what they do not, the table's own stands for the rest. */
function inCommon(said: readonly Placed[], { shape }: Pick<VersionShelf, 'shape'>) {
  const [first] = said
  const shared = <Value>(of: (it: Placed) => Value, name: (value: Value) => string, otherwise: Value): Value =>
    first && said.every((one) => name(of(one)) === name(of(first))) ? of(first) : otherwise
  const province = (shape.catalogue.areas.get(shape.catalogue.provinceId)?.code ?? '') as AreaCode
  const place: ReadingPlace = {
    area: shared(({ place: { area } }) => area, String, province),
    period: shared(
      ({ place: { period } }) => period,
      ({ label }) => label,
      shape.period,
    ),
    scenario: shared(({ place: { scenario } }) => scenario, JSON.stringify, { kind: 'actual' }),
    vintage: shared(({ place: { vintage } }) => vintage, String, 'best'),
  }
  const references = new Set(said.map(({ reference }) => reference.code + reference.members.join(',')))
  return { reference: references.size === 1 ? first?.reference : undefined, place }
}
