/** No figure goes through a binary float: `parseFloat` has no place in the product. */
import { identifierName, isNode, type SourceFile, type SyntaxNode, type Violation, walk } from '../source-tree.ts'

export function floatViolations(files: readonly SourceFile[]): readonly Violation[] {
  return files
    .filter((file) => !file.isTest && file.path.startsWith('src/'))
    .flatMap((file) => {
      const found: Violation[] = []
      walk(file.program, (node) => {
        if (!isParseFloat(node)) return
        const says = 'parseFloat loses digits; read numbers with core/quantity'
        found.push({ rule: 'float', path: file.path, line: file.lineAt(node.start), says })
      })
      return found
    })
}

function isParseFloat(node: SyntaxNode): boolean {
  if (node.type !== 'CallExpression' || !isNode(node.callee)) return false
  const name = node.callee.type === 'MemberExpression' ? node.callee.property : node.callee
  return identifierName(name) === 'parseFloat'
}
