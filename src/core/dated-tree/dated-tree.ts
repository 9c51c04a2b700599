/**
 * Areas (địa bàn) and agencies (cơ quan) as trees whose members, names and parents hold for date ranges: every question
 * names its date, so a report of last year is read with the names and parents of last year. Codes are reused by the
 * statistics office with another extent, so a member is known by its id, and a code only together with a date.
 * A parent that has ended no longer counts: its children of that date are roots until they are given a new one.
 */
import type { LocalDate } from '../period/local-date.ts'
import type { DatedName, DatedNode, NodeId } from './dated-node.ts'
import { holdsAt } from './dated-node.ts'
import type { DatedTreeProblem } from './tree-problems.ts'
import { treeProblems } from './tree-problems.ts'

/** Built by `datedTree` only, so it is known to be sound. `N` may carry more than the tree asks for (level, kind …). */
export interface DatedTree<N extends DatedNode = DatedNode> {
  /** Every member of any date, in the order of codes. */
  readonly nodes: readonly N[]
  readonly byId: ReadonlyMap<NodeId, N>
  /** Members that were ever under the key, in the order of codes. */
  readonly everUnder: ReadonlyMap<NodeId, readonly N[]>
}

export type BuiltTree<N extends DatedNode> =
  | { readonly ok: true; readonly tree: DatedTree<N> }
  | { readonly ok: false; readonly problems: readonly DatedTreeProblem[] }

/**
 * Refuses ids given twice, one code held by two members at once, unknown parents, ranges that run backward, two names or
 * two parents at once, and cycles at any date; lists every problem found.
 */
export function datedTree<N extends DatedNode>(members: Iterable<N>): BuiltTree<N> {
  const nodes = [...members].sort(byCode)
  const problems = treeProblems(nodes)
  if (problems.length > 0) return { ok: false, problems }
  const everUnder = new Map<NodeId, N[]>()
  for (const node of nodes) {
    for (const parentId of new Set(node.parents.map((parent) => parent.parentId))) {
      const siblings = everUnder.get(parentId)
      if (siblings) siblings.push(node)
      else everUnder.set(parentId, [node])
    }
  }
  return { ok: true, tree: { nodes, byId: new Map(nodes.map((node) => [node.id, node])), everUnder } }
}

function byCode(a: DatedNode, b: DatedNode): number {
  if (a.code !== b.code) return a.code < b.code ? -1 : 1
  return (a.validFrom ?? '') < (b.validFrom ?? '') ? -1 : 1
}

/** Members of the date, in the order of codes. */
export function nodesAt<N extends DatedNode>(tree: DatedTree<N>, date: LocalDate): readonly N[] {
  return tree.nodes.filter((node) => holdsAt(node, date))
}

/** The one member that holds the code on the date. */
export function nodeWithCode<N extends DatedNode>(tree: DatedTree<N>, code: string, date: LocalDate): N | undefined {
  return tree.nodes.find((node) => node.code === code && holdsAt(node, date))
}

/** Undefined when no name is recorded for the date. */
export function nameAt(node: DatedNode, date: LocalDate): DatedName | undefined {
  return node.names.find((name) => holdsAt(name, date))
}

/** Undefined for a root, for a member that does not hold on the date, and where the recorded parent does not. */
export function parentAt<N extends DatedNode>(tree: DatedTree<N>, id: NodeId, date: LocalDate): N | undefined {
  const node = tree.byId.get(id)
  if (!node || !holdsAt(node, date)) return undefined
  const link = node.parents.find((parent) => holdsAt(parent, date))
  const parent = link && tree.byId.get(link.parentId)
  return parent && holdsAt(parent, date) ? parent : undefined
}

/** Children in the order of codes; of `null`, the roots. */
export function childrenAt<N extends DatedNode>(tree: DatedTree<N>, id: NodeId | null, date: LocalDate): readonly N[] {
  if (id === null) return nodesAt(tree, date).filter((node) => parentAt(tree, node.id, date) === undefined)
  return (tree.everUnder.get(id) ?? []).filter((node) => parentAt(tree, node.id, date)?.id === id)
}

/** From the parent up to the root. */
export function ancestorsAt<N extends DatedNode>(tree: DatedTree<N>, id: NodeId, date: LocalDate): readonly N[] {
  const found: N[] = []
  for (let parent = parentAt(tree, id, date); parent; parent = parentAt(tree, parent.id, date)) found.push(parent)
  return found
}

/** Everything below, each parent before its children; the member itself is not in it. */
export function descendantsAt<N extends DatedNode>(tree: DatedTree<N>, id: NodeId, date: LocalDate): readonly N[] {
  const found: N[] = []
  const toVisit = [...childrenAt(tree, id, date)].reverse()
  for (let node = toVisit.pop(); node; node = toVisit.pop()) {
    found.push(node)
    toVisit.push(...[...childrenAt(tree, node.id, date)].reverse())
  }
  return found
}

/** From the root down to the member itself; empty when it does not hold on the date. */
export function pathAt<N extends DatedNode>(tree: DatedTree<N>, id: NodeId, date: LocalDate): readonly N[] {
  const node = tree.byId.get(id)
  if (!node || !holdsAt(node, date)) return []
  return [...ancestorsAt(tree, id, date)].reverse().concat(node)
}

/** Whether `id` is `within` itself or lies below it on the date. */
export function isWithinAt(
  tree: DatedTree,
  ids: { readonly id: NodeId; readonly within: NodeId },
  date: LocalDate,
): boolean {
  return pathAt(tree, ids.id, date).some((node) => node.id === ids.within)
}
