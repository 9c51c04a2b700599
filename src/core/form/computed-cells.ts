/**
 * The computed cells of a form in the order in which they can be computed, each with the cells its formula reads. Made
 * once for a layout: what is typed changes values, never this order.
 */
import { compile, type NumberFormula } from '../formula/compile.ts'
import { parse } from '../formula/parser.ts'
import { type CellAddress, cellName, cellRole, type FormColumn, type FormRow } from './layout.ts'

interface CellInput {
  readonly at: CellAddress
  readonly name: string
  /** A title, or a column that makes no sense for the row. */
  readonly isNotApplicable: boolean
}

export interface ComputedCell {
  readonly at: CellAddress
  readonly name: string
  /** A total in a reference column or among bases: taken as reported, computed only when nobody reported it. */
  readonly isUnlessReported: boolean
  /** Null for a formula that is refused; publication refuses such a layout, so the cell only says that it is invalid. */
  readonly formula: NumberFormula | null
  /** By the code in the formula. A code that names no cell, or turns back to the cell itself, is left out. */
  readonly inputs: ReadonlyMap<string, CellInput>
}

interface Frame {
  readonly rows: readonly FormRow[]
  readonly columns: readonly FormColumn[]
}

const known = new WeakMap<
  readonly FormRow[],
  { readonly columns: Frame['columns']; readonly cells: readonly ComputedCell[] }
>()

/** Shape: a cell stands after the computed cells it reads. Kept while rows and columns stay the same ones. */
export function computedCells(frame: Frame): readonly ComputedCell[] {
  const kept = known.get(frame.rows)
  if (kept?.columns === frame.columns) return kept.cells
  const cells = inOrder(frame)
  known.set(frame.rows, { columns: frame.columns, cells })
  return cells
}

interface Place {
  readonly row: FormRow
  readonly column: FormColumn
}

function inOrder({ rows, columns }: Frame): readonly ComputedCell[] {
  const rowOf = new Map(rows.map((row) => [row.key, row]))
  const columnOf = new Map(columns.map((column) => [column.key, column]))
  const ordered = new Map<string, ComputedCell>()
  const open = new Set<string>()
  const visit = ({ row, column }: Place): void => {
    const at = { row: row.key, column: column.key }
    const name = cellName(at)
    if (ordered.has(name) || !mayBeComputed(row, column)) return
    open.add(name)
    const formula = formulaOf(column.formula ?? row.formula ?? '')
    const inputs = new Map<string, CellInput>()
    for (const { code } of formula?.references ?? []) {
      const isAlongRow = column.formula !== undefined
      const place = { row: isAlongRow ? row : rowOf.get(code), column: isAlongRow ? columnOf.get(code) : column }
      if (!isPlace(place)) continue
      const input = inputAt(place)
      if (open.has(input.name)) continue
      visit(place)
      inputs.set(code, input)
    }
    open.delete(name)
    ordered.set(name, { at, name, isUnlessReported: cellRole(row, column) === 'reference', formula, inputs })
  }
  for (const row of rows) for (const column of columns) visit({ row, column })
  return [...ordered.values()]
}

function mayBeComputed(row: FormRow, column: FormColumn): boolean {
  const role = cellRole(row, column)
  return role === 'computed' || (role === 'reference' && row.formula !== undefined)
}

function isPlace(place: { readonly [K in keyof Place]: Place[K] | undefined }): place is Place {
  return place.row !== undefined && place.column !== undefined
}

function inputAt({ row, column }: Place): CellInput {
  const at = { row: row.key, column: column.key }
  return { at, name: cellName(at), isNotApplicable: cellRole(row, column) === 'none' }
}

const compiled = new Map<string, NumberFormula | null>()

function formulaOf(text: string): NumberFormula | null {
  const kept = compiled.get(text)
  if (kept !== undefined) return kept
  const parsed = parse(text)
  const result = parsed.ok ? compile(parsed.ast) : undefined
  const formula = result?.ok && result.formula.kind === 'number' ? result.formula : null
  compiled.set(text, formula)
  return formula
}
