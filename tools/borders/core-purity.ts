/** Core has no clock, randomness, I/O or Date object: what it needs is an argument. */
import {
  asNodes,
  identifierName,
  isNode,
  type SourceFile,
  type SyntaxNode,
  type Violation,
  walk,
} from '../source-tree.ts'
import { placeOf } from './place.ts'

const impureObjects = new Set(['Date', 'process', 'globalThis', 'performance', 'crypto', 'console'])
const impureCalls = new Set(['fetch', 'setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask', 'require', 'Date'])

export function purityViolations(files: readonly SourceFile[]): readonly Violation[] {
  return files
    .filter((file) => !file.isTest && placeOf(file.path).zone === 'core')
    .flatMap((file) => {
      const found: Violation[] = []
      walk(file.program, (node) => {
        const name = impureUse(node)
        if (name)
          found.push({
            rule: 'core-purity',
            path: file.path,
            line: file.lineAt(node.start),
            says: `core does not use ${name}`,
          })
      })
      return found
    })
}

function impureUse(node: SyntaxNode): string | undefined {
  if (node.type === 'NewExpression' && identifierName(node.callee) === 'Date') return 'new Date()'
  if (node.type === 'CallExpression') {
    const name = identifierName(node.callee)
    return name && impureCalls.has(name) && isGlobalCall(node) ? name : undefined
  }
  if (node.type !== 'MemberExpression' || !isNode(node.object)) return undefined
  const object = identifierName(node.object)
  const property = identifierName(node.property)
  if (object && impureObjects.has(object)) return `${object}.${property ?? '…'}`
  return object === 'Math' && property === 'random' ? 'Math.random' : undefined
}

function isGlobalCall(call: SyntaxNode): boolean {
  return asNodes(call.callee).every((callee) => callee.type === 'Identifier')
}
