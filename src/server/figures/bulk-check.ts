/**
 * Checks on figures that come in many at once: what typing into a form makes impossible is refused here, each row with what
 * to do about it. All or nothing is for the caller to keep; here every row is judged, so that a file is corrected in one go.
 */
import { type Problem, problem } from '#contract/problems.ts'
import { invariant } from '#core/quantity/invariant.ts'
import { hasControlOrBidi, normalizeText } from '#core/quantity/text.ts'
import { type ReportableArea, type ReportableIndicator, yearsKept } from '../catalogue/index.ts'
import type { Batch, SaidFigure } from './bulk.ts'
import type { Directory, SaidPeriod } from './bulk-directory.ts'
import { longestText, type StoredText, storedText } from './bulk-value.ts'
import type { NewValue } from './edition.ts'

/** A figure whose codes are known and whose value is fit to be kept. */
export interface KnownFigure extends StoredText {
  readonly row: number
  readonly indicatorId: number
  readonly areaId: number
  readonly breakdownId: number
  readonly planVersionId: number
  readonly vintage: NewValue['vintage']
  readonly period: SaidPeriod
  /** Null where none was given: then the note there is stays. */
  readonly note: string | null
}

/** Figures of many areas that have all else in common. */
export interface KnownSlot
  extends Pick<KnownFigure, 'indicatorId' | 'breakdownId' | 'planVersionId' | 'vintage' | 'period'> {
  /** By area; never empty. */
  readonly figures: Map<number, KnownFigure>
}

export interface CheckedFigures {
  readonly slots: readonly KnownSlot[]
  /** One problem a row, the first found. */
  readonly refused: readonly Problem[]
}

export function checkFigures(
  { figures, origin }: Pick<Batch, 'figures' | 'origin'>,
  directory: Directory,
): CheckedFigures {
  const slots: KnownSlot[] = []
  const refused: Problem[] = []
  const slotOf = slotFinder(slots)
  const normal = rememberedText()
  for (const said of figures) {
    const judged = judge(said, { directory, origin, normal })
    if ('code' in judged) {
      refused.push(judged)
      continue
    }
    const { figures: ofSlot } = slotOf(judged)
    const other = ofSlot.get(judged.areaId)
    if (other) refused.push(problem('figures.said-twice', { row: said.row, other: other.row }))
    else ofSlot.set(judged.areaId, judged)
  }
  return { slots, refused }
}

/** Beyond any number of them: their ids make one exact number, which is looked up faster than a text. */
const [mostIndicators, mostPlans, mostBreakdowns] = [2 ** 20, 2 ** 12, 2 ** 19]
const vintagesInOrder = ['plan', 'estimate', 'preliminary', 'official']

/** One number for each set of what, but for the period and the area, makes a slot. */
function slotNumber({
  indicatorId,
  planVersionId,
  breakdownId,
  vintage,
}: Omit<KnownSlot, 'period' | 'figures'>): number {
  invariant(
    indicatorId < mostIndicators && planVersionId < mostPlans && breakdownId < mostBreakdowns,
    'the ids of a figure make one exact number',
  )
  const plan = planVersionId * vintagesInOrder.length + vintagesInOrder.indexOf(vintage)
  return (breakdownId * mostPlans * vintagesInOrder.length + plan) * mostIndicators + indicatorId
}

/** Gives the slot of a figure, and adds it to `slots` when it is the first of it. */
function slotFinder(slots: KnownSlot[]): (figure: KnownFigure) => KnownSlot {
  const periods = new Map<string, Map<number, KnownSlot>>()
  return (figure) => {
    const { period, breakdownId, planVersionId, vintage, indicatorId } = figure
    const ofPeriod = periods.get(period.key) ?? new Map<number, KnownSlot>()
    periods.set(period.key, ofPeriod)
    const key = slotNumber(figure)
    const known = ofPeriod.get(key)
    if (known) return known
    const slot = { period, breakdownId, planVersionId, vintage, indicatorId, figures: new Map<number, KnownFigure>() }
    ofPeriod.set(key, slot)
    slots.push(slot)
    return slot
  }
}

interface Judging extends Pick<Batch, 'origin'> {
  readonly directory: Directory
  readonly normal: (text: string) => string
}

/** `normalizeText`, once for each text: a batch says the same codes over and over. */
function rememberedText(): (text: string) => string {
  const known = new Map<string, string>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined) return before
    const normal = normalizeText(text)
    known.set(text, normal)
    return normal
  }
}

function judge(said: SaidFigure, { directory, origin, normal }: Judging): KnownFigure | Problem {
  const { row } = said
  const label = normal(said.period)
  const period = directory.period(label)
  if (!period) return problem('figures.unknown-period', { row, period: label })
  const { to: day } = period.span
  if (day < `${yearsKept.first}-01-01` || day > `${yearsKept.last}-12-31`) {
    return problem('figures.period-out-of-range', { row, period: label, ...yearsKept })
  }
  const unknown = (what: string, code: string) => problem('figures.unknown-code', { row, what, code, day })
  const codes = { indicator: normal(said.indicator), area: normal(said.area) }
  const indicator = directory.indicator(codes.indicator, day)
  if (!indicator) return unknown('chỉ tiêu', codes.indicator)
  const area = directory.area(codes.area, day)
  if (!area) return unknown('địa bàn', codes.area)
  const breakdown = normal(said.breakdown)
  const breakdownId = directory.breakdown(breakdown)
  if (breakdownId === undefined) return unknown('phân tổ', breakdown)
  const scenario = scenarioOf(said, { directory, normal })
  if ('code' in scenario) return scenario
  if (indicator.isComputed && origin !== 'computed' && scenario.planVersionId === 0) {
    return problem('figures.is-computed', { row, indicator: indicator.code })
  }
  const refusal = scenario.planVersionId === 0 || !directory.isProvince ? rightTo(row, indicator, area) : undefined
  if (refusal) return refusal
  const value = storedText(said, indicator)
  if ('code' in value) return value
  const note = normalizeText(said.note)
  if (note.length > longestText || hasControlOrBidi(note))
    return problem('figures.bad-text', { row, limit: longestText })
  return {
    row,
    indicatorId: indicator.id,
    areaId: area.id,
    breakdownId,
    planVersionId: scenario.planVersionId,
    vintage: scenario.vintage,
    period,
    kind: value.kind,
    value: value.value,
    text: value.text,
    note: note === '' ? null : note,
  }
}

/** Only actual figures have a vintage; plans are set by the province, and proposed by whoever reports. */
function scenarioOf(
  said: SaidFigure,
  { directory, normal }: Omit<Judging, 'origin'>,
): Pick<KnownFigure, 'planVersionId' | 'vintage'> | Problem {
  const { row } = said
  const [scenario, text] = [normal(said.scenario), normal(said.vintage)]
  const mismatch = () => problem('figures.vintage-mismatch', { row, vintage: text })
  if (scenario === 'actual') {
    const vintage = directory.vintage(text)
    return vintage ? { planVersionId: 0, vintage } : mismatch()
  }
  const plan = directory.plan(scenario)
  if (!plan) return problem('figures.unknown-scenario', { row, scenario })
  if (text !== '') return mismatch()
  if (plan.issuer !== 'none' && !directory.isProvince) return problem('figures.plan-not-yours', { row, scenario })
  return { planVersionId: plan.id, vintage: 'plan' }
}

/**
 * The owner of an indicator speaks of it anywhere; whoever it is assigned to, of the areas assigned; whoever governs an
 * area, of the parts of it as well.
 */
function rightTo(row: number, indicator: ReportableIndicator, area: ReportableArea): Problem | undefined {
  if (indicator.isOwned || indicator.assignedAreaIds.includes(area.id)) return undefined
  const details = { row, indicator: indicator.code, area: area.code }
  if (indicator.assignedAreaIds.length === 0) return problem('figures.not-assigned', details)
  return area.isGoverned ? undefined : problem('figures.foreign-area', details)
}
