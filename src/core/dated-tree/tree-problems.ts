/**
 * What makes a dated tree unsound. A cycle is looked for on every day on which something begins: a cycle on any other day
 * stands already on the last such day before it.
 */
import type { LocalDate } from '../period/local-date.ts'
import { localDate } from '../period/local-date.ts'
import type { Problem } from '../quantity/problem.ts'
import { problem } from '../quantity/problem.ts'
import type { DatedNode, DatedParent, NodeId, Validity } from './dated-node.ts'
import { holdsAt, runsBackward, validitiesOverlap } from './dated-node.ts'

export type DatedTreeProblemCode =
  | 'dated-tree.id-twice'
  | 'dated-tree.code-twice'
  | 'dated-tree.unknown-parent'
  | 'dated-tree.backward-range'
  | 'dated-tree.two-names'
  | 'dated-tree.two-parents'
  | 'dated-tree.cycle'

export type DatedTreeProblem = Problem<DatedTreeProblemCode>

const beforeAll = localDate('0000-01-01')

/** Every problem of the nodes; cycles are looked for only when ids and parents are sound. */
export function treeProblems(nodes: readonly DatedNode[]): readonly DatedTreeProblem[] {
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const found = [...problemsOfIdentity(nodes), ...nodes.flatMap((node) => problemsOfNode(node, byId))]
  return found.length > 0 ? found : cycles(nodes, byId)
}

function problemsOfIdentity(nodes: readonly DatedNode[]): readonly DatedTreeProblem[] {
  const found: DatedTreeProblem[] = []
  const ids = new Set<NodeId>()
  const holders = new Map<string, DatedNode[]>()
  for (const node of nodes) {
    if (ids.has(node.id)) found.push(problem('dated-tree.id-twice', { id: node.id, code: node.code }))
    ids.add(node.id)
    const others = holders.get(node.code) ?? []
    const clash = others.find((other) => other.id !== node.id && validitiesOverlap(other, node))
    if (clash) found.push(problem('dated-tree.code-twice', { code: node.code, ids: [clash.id, node.id] }))
    holders.set(node.code, [...others, node])
  }
  return found
}

function problemsOfNode(node: DatedNode, byId: ReadonlyMap<NodeId, DatedNode>): readonly DatedTreeProblem[] {
  const found: DatedTreeProblem[] = []
  const { id, code } = node
  for (const { parentId } of node.parents) {
    if (!byId.has(parentId)) found.push(problem('dated-tree.unknown-parent', { id, code, parentId }))
  }
  for (const { validFrom, validTo } of [node, ...node.names, ...node.parents].filter(runsBackward)) {
    found.push(problem('dated-tree.backward-range', { id, code, validFrom, validTo }))
  }
  const names = firstOverlap(node.names)
  if (names) found.push(problem('dated-tree.two-names', { id, code, names: names.map((each) => each.name) }))
  const parents = firstOverlap(node.parents)
  if (parents)
    found.push(problem('dated-tree.two-parents', { id, code, parentIds: parents.map((each) => each.parentId) }))
  return found
}

function firstOverlap<R extends Validity>(ranges: readonly R[]): readonly [R, R] | undefined {
  for (const [index, range] of ranges.entries()) {
    const other = ranges.slice(index + 1).find((later) => validitiesOverlap(range, later))
    if (other) return [range, other]
  }
  return undefined
}

function cycles(nodes: readonly DatedNode[], byId: ReadonlyMap<NodeId, DatedNode>): readonly DatedTreeProblem[] {
  const beginnings = new Set(
    nodes.flatMap((node) => [node, ...node.parents].map((each) => each.validFrom ?? beforeAll)),
  )
  for (const date of [...beginnings].sort()) {
    const path = cycleAt(date, nodes, byId)
    if (path)
      return [
        problem('dated-tree.cycle', { date, ids: path.map((node) => node.id), codes: path.map((node) => node.code) }),
      ]
  }
  return []
}

/** The members of one cycle, each followed by its parent, the first one again at the end. */
function cycleAt(
  date: LocalDate,
  nodes: readonly DatedNode[],
  byId: ReadonlyMap<NodeId, DatedNode>,
): readonly DatedNode[] | undefined {
  const cleared = new Set<NodeId>()
  for (const start of nodes) {
    const walked = new Map<NodeId, DatedNode>()
    let node: DatedNode | undefined = start
    while (node && holdsAt(node, date) && !cleared.has(node.id)) {
      if (walked.has(node.id)) {
        const path = [...walked.values()]
        return [...path.slice(path.indexOf(node)), node]
      }
      walked.set(node.id, node)
      const link: DatedParent | undefined = node.parents.find((parent) => holdsAt(parent, date))
      node = link && byId.get(link.parentId)
    }
    for (const id of walked.keys()) cleared.add(id)
  }
  return undefined
}
