/**
 * One year of a province as both programs get it: 150 areas, of each 480 reported figures (72,000 in all) and 120 derived
 * ones (18,000): totals of four, yields, changes, rounded sums over other derived ones. Written twice: as formulas over
 * indicator codes, and as the cells of a spreadsheet with an area a row.
 */
export const areas = 150
export const inputs = 480
export const derived = 120

export const inputCode = (index: number): string => `NN.${index}`
export const derivedCode = (index: number): string => `TH.${index}`

/** The figure of an indicator for an area: up to six digits and one decimal, never zero. */
export function figure(input: number, area: number): string {
  const size = ((area * 7_919 + input * 104_729) % 999_983) + 1
  return `${Math.floor(size / 10)}.${size % 10}`
}

/** The same formula for every area; `name` writes a reading of this row. */
function derivedFormula(index: number, sign: Readonly<{ name: (column: number) => string; round: string }>): string {
  const [a, b, c, d] = [0, 1, 2, 3].map((offset) => sign.name((index * 4 + offset) % inputs))
  switch (index % 4) {
    case 0:
      return `${a} + ${b} + ${c} + ${d}`
    case 1:
      return `${a} * 10 / ${b}`
    case 2:
      return `(${a} - ${b}) / ${c} * 100`
    default:
      return `${sign.round.replace('x', `${sign.name(inputs + index - 1)} + ${a} + ${d}`)}`
  }
}

/** Code → formula of the language. */
export function formulas(): ReadonlyMap<string, string> {
  const name = (column: number) => `[${column < inputs ? inputCode(column) : derivedCode(column - inputs)}]`
  return new Map(
    Array.from({ length: derived }, (_, index) => {
      return [derivedCode(index), derivedFormula(index, { name, round: 'round(x; 2)' })]
    }),
  )
}

/** Rows of cells: numbers for what is reported, formulas for what is derived. */
export function cells(): (number | string)[][] {
  return Array.from({ length: areas }, (_, area) => {
    const name = (column: number) => `${columnName(column)}${area + 1}`
    return [
      ...Array.from({ length: inputs }, (_, input) => Number(figure(input, area))),
      ...Array.from({ length: derived }, (_, index) => `=${derivedFormula(index, { name, round: 'ROUND(x, 2)' })}`),
    ]
  })
}

/** A, B, … Z, AA, AB … */
function columnName(index: number): string {
  const last = String.fromCharCode(65 + (index % 26))
  return index < 26 ? last : columnName(Math.floor(index / 26) - 1) + last
}
