/**
 * A formula at a place: its references are read there by the same engine, and its functions look from other places.
 * Every reading that was used is kept, so that the result can be explained and what it lacks can be named.
 */
import { type CompiledFormula, compile, type LogicFormula, type NumberFormula } from '../formula/compile.ts'
import { type Reference, referenceText } from '../formula/formula.ts'
import { parse } from '../formula/parser.ts'
import { print } from '../formula/printer.ts'
import type { Verdict } from '../formula/verdict.ts'
import type { AreaBelow, Shift, Viewpoint } from '../formula/viewpoint.ts'
import type { Indicator } from '../indicator/indicator.ts'
import { spanKey } from '../period/span.ts'
import { isAwaited } from '../quantity/add-up.ts'
import { type NoOutcome, none, type Outcome } from '../quantity/outcome.ts'
import { inCodeOrder } from '../quantity/text.ts'
import type { Asked, Derived, Engine } from './derivation.ts'
import type { ReadingPlace } from './place.ts'
import type { Derivation, Reading } from './reading.ts'
import { shiftedPlace } from './shifted-place.ts'

/** What the parts of a formula gave, beside the readings it used, in the order it used them. */
export interface Used<Result, Origin> {
  readonly result: Result
  readonly how: Derivation<Origin> & { readonly kind: 'formula' }
}

export function calculateAt<Origin>(
  engine: Engine<Origin>,
  formula: NumberFormula,
  place: ReadingPlace,
): Used<Outcome, Origin> {
  return using(engine, place, { formula, compute: formula.evaluateFrom, members: [] })
}

export function judgeAt<Origin>(
  engine: Engine<Origin>,
  formula: LogicFormula,
  place: ReadingPlace,
): Used<Verdict, Origin> {
  return using(engine, place, { formula, compute: formula.judgeFrom, members: [] })
}

/**
 * The indicator's own formula at a place; nothing where it has none. A narrowed reading is computed by its indicator's
 * formula with every input narrowed alike, unless that formula adds up the indicator's own members.
 */
export function byOwnFormula<Origin>(
  engine: Engine<Origin>,
  { formula: text, code }: Indicator,
  { reference, place }: { readonly reference: Reference; readonly place: ReadingPlace },
): (Omit<Derived<Origin>, 'missing'> & { readonly parts: readonly Reading<Origin>[] }) | undefined {
  const formula = compiledForPlaces(text)
  if (formula?.kind !== 'number') return undefined
  const isOfMembers = formula.references.some((input) => input.code === code)
  if (isOfMembers && reference.members.length > 0) return undefined
  const { result, how } = using(engine, place, { formula, compute: formula.evaluateFrom, members: reference.members })
  return { outcome: result, how, parts: how.parts }
}

/** What a formula reads at its own place; undefined for one that looks from another. Nothing where there is none. */
export function inputsHere(text: string): readonly Reference[] | undefined {
  const formula = text === '' ? undefined : compiledForPlaces(text)
  if (!formula) return []
  return compile(formula.ast).ok ? formula.references : undefined
}

const compiled = new Map<string, CompiledFormula | undefined>()

/** A formula that is refused is none: the catalogue refuses it before it is ever issued. */
function compiledForPlaces(text: string): CompiledFormula | undefined {
  if (text === '' || compiled.has(text)) return compiled.get(text)
  const parsed = parse(text)
  const result = parsed.ok ? compile(parsed.ast, parsed.places, 'places') : undefined
  const formula = result?.ok ? result.formula : undefined
  compiled.set(text, formula)
  return formula
}

interface Calculation<Result> {
  readonly formula: CompiledFormula
  readonly compute: (from: Viewpoint) => Result
  readonly members: readonly string[]
}

function using<Result, Origin>(
  engine: Engine<Origin>,
  place: ReadingPlace,
  { formula, compute, members }: Calculation<Result>,
): Used<Result, Origin> {
  const parts = new Set<Reading<Origin>>()
  const read: Look['read'] = (reference, at, { asked, isOptional }) => {
    const reading = engine.read(narrowed(reference, members), at, asked)
    if (!(isOptional && isAwaited(reading.outcome))) parts.add(reading)
    return reading.outcome
  }
  const look: Look = { read, asked: 'asSuch', isOptional: false, elsewhere: new Map() }
  const result = compute(viewpointAt(engine, place, look))
  return { result, how: { kind: 'formula', formula: canonicalText(formula), parts: [...parts] } }
}

const canonicalTexts = new WeakMap<CompiledFormula, string>()

/** Printed once for the thousands of places a formula is computed at. */
function canonicalText(formula: CompiledFormula): string {
  const text = canonicalTexts.get(formula) ?? print(formula.ast)
  canonicalTexts.set(formula, text)
  return text
}

function narrowed(reference: Reference, members: readonly string[]): Reference {
  if (members.length === 0) return reference
  return { code: reference.code, members: [...new Set([...reference.members, ...members])].sort(inCodeOrder) }
}

interface Look {
  readonly read: (reference: Reference, place: ReadingPlace, look: Look) => Outcome
  readonly asked: Asked
  /** Within an area that is not missed where nobody reports it, so that nothing of it is missed either. */
  readonly isOptional: boolean
  /** Places looked from already: one object each, so that what is computed there once is known by it. */
  readonly elsewhere: Map<string, Viewpoint>
}

function viewpointAt<Origin>(engine: Engine<Origin>, place: ReadingPlace, look: Look): Viewpoint {
  const { catalogue } = engine
  return {
    resolve: (reference) => look.read(reference, place, look),
    shifted: (shift: Shift): Viewpoint | NoOutcome => {
      const there = shiftedPlace(place, shift, catalogue)
      if (!there) return none('notApplicable', [place.area])
      return sameViewpointAt(engine, there, shift.kind === 'yearToDate' ? { ...look, asked: 'toDate' } : look)
    },
    below: (): readonly AreaBelow[] | NoOutcome => {
      const children = catalogue.childrenOf(place.area)
      if (children.length === 0) return none('notApplicable', [place.area])
      return children.map((area) => {
        const isOptional = catalogue.isOptional(area)
        const viewpoint = viewpointAt(engine, { ...place, area }, isOptional ? { ...look, isOptional } : look)
        return { area, isOptional, viewpoint }
      })
    },
  }
}

function sameViewpointAt<Origin>(engine: Engine<Origin>, place: ReadingPlace, look: Look): Viewpoint {
  const { scenario, vintage, area, period } = place
  const plan = scenario.kind === 'plan' ? [scenario.version] : []
  const key = [area, period.kind, spanKey(period.span), vintage, look.asked, look.isOptional, ...plan].join('|')
  const known = look.elsewhere.get(key) ?? viewpointAt(engine, place, look)
  look.elsewhere.set(key, known)
  return known
}

/** Names a reading that waits for itself. */
export function goesInCircles(reference: Reference): NoOutcome {
  return none('invalid', [referenceText(reference)])
}
