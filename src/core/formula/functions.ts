/**
 * The functions a formula may call: how many arguments each takes and of what kind.
 * The parser refuses names and counts that are not in this table. Whether a function can be computed is the
 * compiler's question, because shifted readings need a caller who can supply them.
 */
export type FunctionName =
  | 'abs'
  | 'at'
  | 'children'
  | 'geomean'
  | 'growth'
  | 'if'
  | 'index'
  | 'lastYear'
  | 'max'
  | 'min'
  | 'plan'
  | 'previous'
  | 'round'
  | 'share'
  | 'sum'
  | 'vintage'
  | 'ytd'

/** What a part of a formula yields. Text occurs only as an argument that selects something (an area, a plan's issuer). */
export type ResultKind = 'number' | 'logic' | 'text'

export interface FunctionShape {
  readonly least: number
  /** `undefined` when there is no upper bound. */
  readonly most: number | undefined
  /** Kinds of the arguments in order; the last one repeats. `same` is the kind of the whole call. */
  readonly parameters: readonly [ResultKind | 'same', ...(ResultKind | 'same')[]]
}

const oneNumber: FunctionShape = { least: 1, most: 1, parameters: ['number'] }
const oneOrTwoNumbers: FunctionShape = { least: 1, most: 2, parameters: ['number'] }
const manyNumbers: FunctionShape = { least: 1, most: undefined, parameters: ['number'] }

export const functionShapes: Readonly<Record<FunctionName, FunctionShape>> = {
  abs: oneNumber,
  at: { least: 2, most: 2, parameters: ['number', 'text'] },
  children: oneNumber,
  geomean: manyNumbers,
  growth: oneOrTwoNumbers,
  if: { least: 3, most: 3, parameters: ['logic', 'same', 'same'] },
  index: oneOrTwoNumbers,
  lastYear: oneNumber,
  max: manyNumbers,
  min: manyNumbers,
  plan: { least: 1, most: 2, parameters: ['number', 'text'] },
  previous: oneNumber,
  round: oneOrTwoNumbers,
  share: oneOrTwoNumbers,
  sum: manyNumbers,
  vintage: { least: 2, most: 2, parameters: ['number', 'text'] },
  ytd: oneNumber,
}

const byFoldedName: ReadonlyMap<string, FunctionName> = new Map(
  (Object.keys(functionShapes) as FunctionName[]).map((name) => [name.toLowerCase(), name]),
)

/** The function a typed name means; capitals do not matter (`SUM`, `lastyear`). */
export function functionNamed(typed: string): FunctionName | undefined {
  return byFoldedName.get(typed.toLowerCase())
}
