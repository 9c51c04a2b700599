/** Import cycles between files, type imports included (Tarjan's strongly connected components). */
import type { SourceFile, Violation } from '../source-tree.ts'

export function cycleViolations(files: readonly SourceFile[]): readonly Violation[] {
  const byPath = new Map(files.map((file) => [file.path, file]))
  const targetsOf = (path: string): readonly string[] =>
    (byPath.get(path)?.imports ?? []).flatMap(({ target }) => (target && byPath.has(target) ? [target] : []))
  return components([...byPath.keys()], targetsOf)
    .filter((group) => group.length > 1 || targetsOf(group[0] ?? '').includes(group[0] ?? ''))
    .map((group) => {
      const path = group.toSorted()[0] ?? ''
      const line = byPath.get(path)?.imports.find(({ target }) => target && group.includes(target))?.line ?? 1
      return { rule: 'cycle', path, line, says: `import each other: ${group.toSorted().join(', ')}` }
    })
}

function components(nodes: readonly string[], targetsOf: (node: string) => readonly string[]): readonly string[][] {
  const order = new Map<string, number>()
  const lowest = new Map<string, number>()
  const stack: string[] = []
  const groups: string[][] = []
  const visit = (node: string): number => {
    const index = order.size
    let low = index
    order.set(node, index)
    stack.push(node)
    for (const target of targetsOf(node)) {
      if (!order.has(target)) low = Math.min(low, visit(target))
      else if (stack.includes(target)) low = Math.min(low, lowest.get(target) ?? order.get(target) ?? low)
    }
    lowest.set(node, low)
    if (low === index) groups.push(stack.splice(stack.indexOf(node)))
    return low
  }
  for (const node of nodes) if (!order.has(node)) visit(node)
  return groups
}
