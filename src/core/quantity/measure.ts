/**
 * What a measure (đơn vị tính) is made of, so that formulas can be checked before any figure is known: «triệu đồng/người»
 * is 10⁶ × đồng ÷ người. Scales (nghìn, triệu, tỷ, 1000) and the units of weight, length, area and volume are known;
 * any other word (lượt, hộ, doanh nghiệp) is a dimension of its own.
 */
import { dividedBy, type Exact, exact, power, times } from './exact.ts'

/** A number of this measure, times `scale`, is a number of its dimensions' base units. */
export interface Measure {
  readonly scale: Exact
  /** Base unit → power, without zeros; empty for a pure number. */
  readonly dimensions: ReadonlyMap<string, number>
}

const one = exact('1')

export const pureNumber: Measure = { scale: one, dimensions: new Map() }
export const percent: Measure = { scale: exact('0.01'), dimensions: new Map() }

const scales: Readonly<Record<string, string>> = {
  trăm: '100',
  nghìn: '1000',
  ngàn: '1000',
  triệu: '1000000',
  tỷ: '1000000000',
  tỉ: '1000000000',
}

/** Unit → how many of which base unit. */
const units: Readonly<Record<string, readonly [string, string]>> = {
  g: ['0.001', 'kg'],
  kg: ['1', 'kg'],
  yến: ['10', 'kg'],
  tạ: ['100', 'kg'],
  tấn: ['1000', 'kg'],
  m: ['1', 'm'],
  km: ['1000', 'm'],
  m2: ['1', 'm2'],
  ha: ['10000', 'm2'],
  km2: ['1000000', 'm2'],
  lít: ['0.001', 'm3'],
  m3: ['1', 'm3'],
}

const pureNumbers: Readonly<Record<string, string>> = { '%': '0.01', '‰': '0.001', 'điểm %': '0.01', lần: '1' }

/** Undefined for an empty text: a title, or a measure that is not told. */
export function parseMeasure(text: string): Measure | undefined {
  const said = text.normalize('NFC').trim().replace(/²/g, '2').replace(/³/g, '3')
  if (said === '') return undefined
  const [numerator = '', ...denominators] = said.split('/')
  return denominators.map(product).reduce(quotientOf, product(numerator))
}

/** Factors joined by a full stop («nghìn tấn.km»); the point of a number (1.000) joins nothing. */
function product(text: string): Measure {
  return text
    .replace(/(\d)\.(?=\d{3}\b)/g, '$1')
    .split('.')
    .map(factor)
    .reduce(productOf)
}

function factor(text: string): Measure {
  const word = text.trim()
  const pure = pureNumbers[word.toLowerCase()]
  if (pure !== undefined) return { scale: exact(pure), dimensions: new Map() }
  const [first = '', ...others] = word.split(/\s+/)
  const scale = /^\d+$/.test(first) ? first : scales[first.toLowerCase()]
  if (scale === undefined || others.length === 0) return unit(word)
  const scaled = factor(others.join(' '))
  return { ...scaled, scale: times(scaled.scale, exact(scale)) }
}

/** Letters keep their case apart from known units: «HK» and «hk» are told apart no worse than any two words. */
function unit(word: string): Measure {
  const [size, base] = units[word.toLowerCase()] ?? ['1', word]
  return { scale: exact(size), dimensions: new Map([[base, 1]]) }
}

export function productOf(a: Measure, b: Measure): Measure {
  return { scale: times(a.scale, b.scale), dimensions: joined(a, b, 1) }
}

export function quotientOf(a: Measure, b: Measure): Measure {
  return { scale: dividedBy(a.scale, b.scale), dimensions: joined(a, b, -1) }
}

/** Undefined where the scale would be no figure. */
export function powerOf({ scale, dimensions }: Measure, exponent: number): Measure | undefined {
  const raised = power(scale, exact(String(exponent)))
  const powers = exponent === 0 ? [] : [...dimensions].map(([unit, each]) => [unit, each * exponent] as const)
  return raised && { scale: raised, dimensions: new Map(powers) }
}

function joined(a: Measure, b: Measure, sign: 1 | -1): ReadonlyMap<string, number> {
  const powers = new Map(a.dimensions)
  for (const [unit, each] of b.dimensions) powers.set(unit, (powers.get(unit) ?? 0) + sign * each)
  return new Map([...powers].filter(([, each]) => each !== 0))
}

export function sameDimensions(a: Measure, b: Measure): boolean {
  return (
    a.dimensions.size === b.dimensions.size &&
    [...a.dimensions].every(([unit, each]) => b.dimensions.get(unit) === each)
  )
}

/** The base units, for a measure that nobody has written: `kg/m2`, `1/người`, `1` for a pure number. */
export function dimensionText({ dimensions }: Measure): string {
  const side = (sign: 1 | -1) =>
    [...dimensions]
      .filter(([, each]) => Math.sign(each) === sign)
      .map(([unit, each]) => (Math.abs(each) === 1 ? unit : `${unit}^${Math.abs(each)}`))
      .join('.')
  const below = side(-1)
  return `${side(1) || '1'}${below && `/${below}`}`
}
