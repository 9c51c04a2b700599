/**
 * The measure of each part of a formula (đơn vị tính của biểu thức), told from the measures of its readings. A fixed
 * number may convert («tấn × 10 : ha» is tạ/ha) or scale (30 % of an amount), and nobody writes which; so a measure carries
 * the product of its fixed factors, and fits where either reading of that factor fits.
 */
import { compare, dividedBy, type Exact, exact, times } from '../quantity/exact.ts'
import {
  dimensionText,
  type Measure,
  percent,
  powerOf,
  productOf,
  pureNumber,
  quotientOf,
  sameDimensions,
} from '../quantity/measure.ts'

export interface Measured {
  readonly measure: Measure
  /** Product of the fixed numbers the readings were multiplied by. */
  readonly factor: Exact
  /** As people write it, where it is written anywhere. */
  readonly name: string | undefined
}

/** `free`: a fixed number, which goes with any measure. `untold`: some reading's measure is not known. */
export type MeasureOfPart = Measured | 'free' | 'untold'

const one = exact('1')

export function isTold(part: MeasureOfPart): part is Measured {
  return typeof part !== 'string'
}

export function measured(measure: Measure, name: string): Measured {
  return { measure, factor: one, name }
}

export const inPercent: Measured = measured(percent, '%')

export function isScaled({ factor }: Measured): boolean {
  return compare(factor, one) !== 0
}

/** The scales that a part may have: its fixed factors scaled its amount, or converted its measure. */
function scalesOf({ measure, factor }: Measured): readonly Exact[] {
  return [measure.scale, dividedBy(measure.scale, factor)]
}

/** The scale on which both parts can be added or compared; undefined where there is none. */
export function commonScale(a: Measured, b: Measured): Exact | undefined {
  if (!sameDimensions(a.measure, b.measure)) return undefined
  return scalesOf(a).find((scale) => scalesOf(b).some((other) => compare(scale, other) === 0))
}

/** What to multiply the second part by, so that it can be added to the first; both have the same dimensions. */
export function factorBetween(a: Measured, b: Measured): Exact {
  return dividedBy(b.measure.scale, a.measure.scale)
}

/** The measure of a sum of parts that fit. */
export function onScale(a: Measured, scale: Exact): Measured {
  const isOwn = compare(scale, a.measure.scale) === 0
  return { measure: { ...a.measure, scale }, factor: one, name: isOwn ? a.name : undefined }
}

export function scaledBy(part: Measured, factor: Exact): Measured {
  return { ...part, factor: times(part.factor, factor) }
}

/** As people write the measure: '' for a pure number, null where a fixed factor leaves it open. */
export function nameOfMeasure({ name, measure, factor }: Measured): string | null {
  if (measure.dimensions.size > 0 || name !== undefined) return compare(factor, one) === 0 ? (name ?? null) : null
  const scale = dividedBy(measure.scale, factor)
  return compare(scale, percent.scale) === 0 ? '%' : compare(scale, one) === 0 ? '' : null
}

/** For a refusal: as people write the measure, else by its base units; '' for a pure number. */
export function spokenName({ name, measure }: Measured): string {
  return name ?? (measure.dimensions.size === 0 ? '' : dimensionText(measure))
}

export function multiplied(a: Measured, b: Measured): Measured {
  return { measure: productOf(a.measure, b.measure), factor: times(a.factor, b.factor), name: undefined }
}

export function divided(a: Measured, b: Measured): Measured {
  const measure = quotientOf(a.measure, b.measure)
  const isNamed = a.name && b.name && measure.dimensions.size > 0 && !isScaled(a) && !isScaled(b)
  const name = isNamed ? `${a.name}/${b.name}` : undefined
  return { measure, factor: dividedBy(a.factor, b.factor), name }
}

/** Of a fixed whole power; undefined for what has no measure. */
export function raised(part: Measured, exponent: number): Measured | undefined {
  const measure = powerOf(part.measure, exponent)
  const factor = powerOf({ ...pureNumber, scale: part.factor }, exponent)
  return measure && factor && { measure, factor: factor.scale, name: undefined }
}
