/**
 * Refuses formulas that add, compare or choose between different measures («tỷ đồng + tấn», «nghìn ha + ha»), before any
 * figure is known. A product or quotient combines the measures of its parts; growth, share and index give %; a fixed
 * number goes with anything. Where a reading's measure is not known, nothing is said about what hangs on it.
 */
import { exact, isZero, toText } from '../quantity/exact.ts'
import { parseMeasure, sameDimensions } from '../quantity/measure.ts'
import { evaluate } from './compile.ts'
import type { Call, Formula, Place, Reference } from './formula.ts'
import { isFixed } from './kinds.ts'
import {
  commonScale,
  divided,
  factorBetween,
  inPercent,
  isScaled,
  isTold,
  type Measured,
  type MeasureOfPart,
  measured,
  multiplied,
  nameOfMeasure,
  onScale,
  raised,
  scaledBy,
  spokenName,
} from './measured.ts'
import { type FormulaProblem, formulaProblem } from './problems.ts'

export interface MeasureFindings {
  /** Name of the measure that comes out; null where it is not told, '' for a pure number. */
  readonly measure: string | null
  readonly problems: readonly FormulaProblem[]
  /** What cannot be proved wrong and deserves a look: never a reason to refuse. */
  readonly notes: readonly FormulaProblem[]
}

export interface MeasureQuestion {
  readonly ast: Formula
  /** The parser's places, so that problems point into the text. */
  readonly places: ReadonlyMap<Formula, Place>
  /** Measure of a reading as the catalogue writes it; undefined where it is not known. */
  readonly measureOf: (reference: Reference) => string | undefined
  /** Measure of the indicator whose formula this is; left out for a free formula. */
  readonly declared?: string
}

interface Check extends MeasureQuestion {
  readonly problems: FormulaProblem[]
}

export function checkMeasures(question: MeasureQuestion): MeasureFindings {
  const check: Check = { ...question, problems: [] }
  const found = measureOfPart(check, question.ast)
  const declared = question.declared === undefined ? undefined : parseMeasure(question.declared)
  const notes: FormulaProblem[] = []
  if (declared && isTold(found) && check.problems.length === 0) {
    againstDeclared(check, notes, { found, declared: measured(declared, question.declared ?? '') })
  }
  return { measure: isTold(found) ? nameOfMeasure(found) : null, problems: check.problems, notes }
}

interface AgainstDeclared {
  readonly found: Measured
  readonly declared: Measured
}

/** Dimensions must agree. A scale that differs is refused where no fixed number converts, else it is noted. */
function againstDeclared(check: Check, notes: FormulaProblem[], { found, declared }: AgainstDeclared): void {
  if (commonScale(declared, found)) return
  const place = placeOf(check, check.ast)
  const names = { declared: spokenName(declared), found: spokenName(found) }
  if (!sameDimensions(declared.measure, found.measure)) {
    check.problems.push(formulaProblem('formula.measure-not-declared', place, names))
    return
  }
  const details = { ...names, factor: toText(factorBetween(declared, found)) }
  if (isScaled(found)) notes.push(formulaProblem('formula.factor-unproven', place, details))
  else check.problems.push(formulaProblem('formula.declared-on-other-scale', place, details))
}

function measureOfPart(check: Check, node: Formula): MeasureOfPart {
  switch (node.kind) {
    case 'number':
    case 'string':
      return 'free'
    case 'reading': {
      const name = check.measureOf(node.reference)
      const measure = name === undefined ? undefined : parseMeasure(name)
      return measure && name !== undefined ? measured(measure, name) : 'untold'
    }
    case 'negate':
    case 'not':
      return measureOfPart(check, node.operand)
    case 'comparison':
    case 'logic':
      measuresAlike(check, node.kind === 'comparison', [node.left, node.right])
      return 'untold'
    case 'arithmetic':
      return measureOfArithmetic(check, node)
    case 'call':
      return measureOfCall(check, node)
  }
}

function measureOfArithmetic(check: Check, node: Formula & { readonly kind: 'arithmetic' }): MeasureOfPart {
  const { operator, left, right } = node
  if (operator === '+' || operator === '-') return measuresAlike(check, true, [left, right])
  const [first, second] = [measureOfPart(check, left), measureOfPart(check, right)]
  if (operator === '^') return measureOfPower(first, right)
  if (first === 'untold' || second === 'untold') return 'untold'
  if (operator === '*') {
    if (!isTold(first)) return isTold(second) ? scaledByFixed(second, left) : 'free'
    return isTold(second) ? multiplied(first, second) : scaledByFixed(first, right)
  }
  if (!isTold(second)) return isTold(first) ? scaledByFixed(first, { ...node, left: unity }) : 'free'
  if (isTold(first)) return divided(first, second)
  const inverse = raised(second, -1)
  return inverse ? scaledByFixed(inverse, left) : 'untold'
}

const unity: Formula = { kind: 'number', value: toText(exact('1')) }

/** A fixed part's own value, when it has one other than zero. */
function scaledByFixed(part: Measured, fixed: Formula): MeasureOfPart {
  const value = evaluate(fixed, () => ({ kind: 'absent' }))
  return value.kind === 'number' && !isZero(value.value) ? scaledBy(part, value.value) : part
}

function measureOfPower(base: MeasureOfPart, exponent: Formula): MeasureOfPart {
  if (!isTold(base)) return base
  const value = isFixed(exponent) ? evaluate(exponent, () => ({ kind: 'absent' })) : undefined
  const whole = value?.kind === 'number' ? toText(value.value) : ''
  return (/^-?\d{1,2}$/.test(whole) ? raised(base, Number(whole)) : undefined) ?? 'untold'
}

function measureOfCall(check: Check, { name, operands }: Call): MeasureOfPart {
  const [first, ...others] = operands
  if (first === undefined) return 'untold'
  switch (name) {
    case 'if':
      measureOfPart(check, first)
      return measuresAlike(check, true, others)
    case 'sum':
    case 'min':
    case 'max':
    case 'geomean':
      return measuresAlike(check, true, operands)
    case 'growth':
    case 'index':
    case 'share':
      measuresAlike(check, true, operands)
      return inPercent
    case 'abs':
    case 'round':
    case 'at':
    case 'children':
    case 'lastYear':
    case 'plan':
    case 'previous':
    case 'vintage':
    case 'ytd':
      return measureOfPart(check, first)
  }
}

/** The measure that parts have in common, each that differs being refused at its place; `must` is false for conditions. */
function measuresAlike(check: Check, must: boolean, parts: readonly Formula[]): MeasureOfPart {
  let common: MeasureOfPart = 'free'
  for (const part of parts) {
    const next = measureOfPart(check, part)
    if (!must || next === 'free' || common === 'untold') continue
    if (next === 'untold' || common === 'free') common = next
    else common = joinedMeasure(check, part, { common, next })
  }
  return common
}

interface TwoMeasures {
  readonly common: Measured
  readonly next: Measured
}

function joinedMeasure(check: Check, part: Formula, { common, next }: TwoMeasures): MeasureOfPart {
  const scale = commonScale(common, next)
  if (scale) return onScale(common, scale)
  const names = { left: spokenName(common), right: spokenName(next) }
  const place = placeOf(check, part)
  check.problems.push(
    sameDimensions(common.measure, next.measure)
      ? formulaProblem('formula.measures-on-other-scale', place, {
          ...names,
          factor: toText(factorBetween(common, next)),
        })
      : formulaProblem('formula.measures-differ', place, names),
  )
  return common
}

function placeOf(check: Check, node: Formula): Place {
  return check.places.get(node) ?? { position: 0, length: 0 }
}
