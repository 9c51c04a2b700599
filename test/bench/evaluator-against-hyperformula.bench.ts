/**
 * The evaluator against HyperFormula, on the same 18,000 formulas over 72,000 inputs: opening them all, and one edit with
 * everything that hangs on it. HyperFormula is licensed under the GPL and is here for this comparison only: it is a
 * development dependency and no part of the product. It computes in binary floating point; ours is exact decimals.
 */
import { HyperFormula } from 'hyperformula'
import { toText } from '#core/quantity/exact.ts'
import { invariant } from '#core/quantity/invariant.ts'
import { type LiveSheet, openLiveSheet } from './live-sheet.ts'
import { areas, cells, derived, derivedCode, inputCode, inputs } from './province-sheet.ts'

const rounds = 6
const edits = 400

interface Measured {
  readonly build: number
  readonly edit: number
  readonly slowEdit: number
}

function middle(of: readonly number[], part = 0.5): number {
  const sorted = [...of].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN
}

function timed<T>(work: () => T): { readonly result: T; readonly took: number } {
  const start = performance.now()
  const result = work()
  return { result, took: performance.now() - start }
}

/** Which figure is edited, and to what: each its own, spread over areas and indicators. */
const editOf = (n: number) => ({ area: (n * 37) % areas, input: (n * 101) % inputs, text: `${1000 + n}.5` })

function measured(build: number, edit: (n: number) => void): Measured {
  const took = Array.from({ length: edits }, (_, n) => timed(() => edit(n)).took)
  return { build, edit: middle(took), slowEdit: middle(took, 0.95) }
}

function ours(): { readonly sheet: LiveSheet; readonly measured: Measured } {
  const { result: sheet, took } = timed(openLiveSheet)
  const edit = (n: number) => {
    const { area, input, text } = editOf(n)
    sheet.change(inputCode(input), area, text)
  }
  return { sheet, measured: measured(took, edit) }
}

function theirs(): { readonly sheet: HyperFormula; readonly measured: Measured } {
  const given = cells()
  const { result: sheet, took } = timed(() => HyperFormula.buildFromArray(given, { licenseKey: 'gpl-v3' }))
  const edit = (n: number) => {
    const { area, input, text } = editOf(n)
    sheet.setCellContents({ sheet: 0, row: area, col: input }, Number(text))
  }
  return { sheet, measured: measured(took, edit) }
}

/** After all edits, every one of the 18,000 values must be the same; HyperFormula shows ten decimals of its own. */
function compareValues(sheet: LiveSheet, other: HyperFormula): void {
  for (let area = 0; area < areas; area++) {
    for (let index = 0; index < derived; index++) {
      const outcome = sheet.outcomeOf(derivedCode(index), area)
      const value = Number(other.getCellValue({ sheet: 0, row: area, col: inputs + index }))
      const own = outcome.kind === 'number' ? Number(toText(outcome.value)) : Number.NaN
      const isSame = Math.abs(own - value) <= 1e-9 * Math.max(1, Math.abs(value))
      invariant(isSame, `${derivedCode(index)} of area ${area}: ${own} and ${value}`)
    }
  }
}

const [mine, other]: [Measured[], Measured[]] = [[], []]
for (let round = 0; round <= rounds; round++) {
  const [a, b] = [ours(), theirs()]
  compareValues(a.sheet, b.sheet)
  b.sheet.destroy()
  if (round === 0) continue
  mine.push(a.measured)
  other.push(b.measured)
}

const ratio = (key: keyof Measured) => middle(mine.map((m, n) => m[key] / (other[n]?.[key] ?? Number.NaN)))
const told = (of: readonly Measured[]) =>
  (['build', 'edit', 'slowEdit'] as const).map((key) => middle(of.map((each) => each[key])).toFixed(3))
console.log(
  `evaluator: build × ${ratio('build').toFixed(2)}, edit × ${ratio('edit').toFixed(2)}, slow edits (p95) × ${ratio('slowEdit').toFixed(2)} of HyperFormula’s time (below 1 is faster)`,
)
for (const [name, of] of [
  ['ours', mine],
  ['HyperFormula', other],
] as const) {
  const [build, edit, slow] = told(of)
  console.log(`  ${name.padEnd(12)} build ${build} ms, edit p50 ${edit} ms, p95 ${slow} ms`)
}
if (!(ratio('build') < 1 && ratio('edit') < 1)) process.exitCode = 1
