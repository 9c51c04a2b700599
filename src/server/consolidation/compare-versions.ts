/**
 * Where two states of the table differ, and why: cell by cell in the order of the table, each with the figures and the
 * adjustments that moved. A figure said again with the same value moves nothing.
 */
import type { CellChange, ChangeCause, PinnedCell, PinnedContent, PinnedInput } from '#contract/versions.ts'
import { type CellAddress, cellName } from '#core/form/layout.ts'

export function changesBetween(before: PinnedContent, after: PinnedContent): CellChange[] {
  const [was, is] = [cellsOf(before), cellsOf(after)]
  const names = new Set([...is.keys(), ...was.keys()])
  return [...names].flatMap((name) => {
    const change = changeOf(was.get(name), is.get(name))
    return change ? [change] : []
  })
}

interface PlacedCell {
  readonly at: CellAddress
  readonly cell: PinnedCell
}

/** What is not shown is there for ratios, which are cells of their own. */
function cellsOf({ columns, rows }: PinnedContent): ReadonlyMap<string, PlacedCell> {
  const shown = new Set(columns.filter((c) => c.isShown).map((c) => c.key))
  return new Map(
    rows.flatMap((row) =>
      row.cells
        .filter((cell) => shown.has(cell.column))
        .map((cell) => {
          const at = { row: row.key, column: cell.column }
          return [cellName(at), { at, cell }] as const
        }),
    ),
  )
}

function changeOf(was: PlacedCell | undefined, is: PlacedCell | undefined): CellChange | undefined {
  const at = is?.at ?? was?.at
  const causes = [...figureCauses(was?.cell, is?.cell), ...adjustmentCauses(was?.cell, is?.cell)]
  const isSame = said(was?.cell) === said(is?.cell)
  if (!at || (isSame && causes.length === 0)) return undefined
  return { ...at, before: was?.cell.value ?? null, after: is?.cell.value ?? null, causes }
}

/** The value and whether it is whole: a number that stays the same and becomes whole has changed. */
function said(cell: PinnedCell | undefined): string {
  return cell
    ? JSON.stringify([cell.value.kind === 'number' ? cell.value.value : cell.value.reason, cell.isPartial])
    : ''
}

function figureCauses(was: PinnedCell | undefined, is: PinnedCell | undefined): ChangeCause[] {
  return pairsOf(was?.inputs ?? [], is?.inputs ?? []).flatMap(({ old, now }) => {
    if (old && now && old.agency === now.agency && JSON.stringify(old.value) === JSON.stringify(now.value)) return []
    const { indicator, area, agency, from, to, plan, vintage } = (now ?? old) as PinnedInput
    return [
      {
        kind: 'figure' as const,
        indicator,
        area,
        agency,
        before: old?.value ?? null,
        after: now?.value ?? null,
        editionBefore: old?.edition ?? null,
        editionAfter: now?.edition ?? null,
        span: { from, to },
        said: { plan, vintage },
      },
    ]
  })
}

interface Pair {
  readonly old: PinnedInput | undefined
  readonly now: PinnedInput | undefined
}

/**
 * What stood at a place beside what stands there. A cell may rest on two vintages of one place, as a year to date by the
 * rule of revisions does: each is laid beside its own, and only what is left beside whatever else is left.
 */
function pairsOf(before: readonly PinnedInput[], after: readonly PinnedInput[]): readonly Pair[] {
  const place = ({ indicator, area, from, to, plan }: PinnedInput) =>
    [indicator, area, from, to, plan === null].join(' ')
  const [was, is] = [Map.groupBy(before, place), Map.groupBy(after, place)]
  return [...new Set([...is.keys(), ...was.keys()])].flatMap((at) => {
    const [left, right] = [was.get(at) ?? [], is.get(at) ?? []]
    const twinOf = (input: PinnedInput, others: readonly PinnedInput[]) =>
      others.find(({ vintage, plan }) => vintage === input.vintage && plan === input.plan)
    const twins = right.map((now) => ({ old: twinOf(now, left), now })).filter(({ old }) => old !== undefined)
    const gone = left.filter((old) => !twinOf(old, right))
    const come = right.filter((now) => !twinOf(now, left))
    const rest = Array.from({ length: Math.max(gone.length, come.length) }, (_, at) => ({
      old: gone[at],
      now: come[at],
    }))
    return [...twins, ...rest]
  })
}

function adjustmentCauses(was: PinnedCell | undefined, is: PinnedCell | undefined): ChangeCause[] {
  const missingFrom = (one: PinnedCell | undefined, other: PinnedCell | undefined) =>
    (one?.adjustments ?? []).filter((a) => !(other?.adjustments ?? []).some((b) => b.id === a.id))
  return [
    ...missingFrom(is, was).map((a) => ({
      kind: 'adjustment' as const,
      id: a.id,
      amount: a.amount,
      isWithdrawn: false,
    })),
    ...missingFrom(was, is).map((a) => ({
      kind: 'adjustment' as const,
      id: a.id,
      amount: a.amount,
      isWithdrawn: true,
    })),
  ]
}
