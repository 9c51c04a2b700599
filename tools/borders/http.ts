/** HTTP status and headers are set in routes.ts (or `<noun>-routes.ts`) and platform; the rest of a slice answers in values. */
import type { Architecture } from '../architecture.ts'
import { identifierName, isNode, type SourceFile, type SyntaxNode, type Violation, walk } from '../source-tree.ts'
import { placeOf } from './place.ts'

const httpWords = new Set(['code', 'status', 'header', 'headers', 'type', 'redirect'])

export function httpViolations(files: readonly SourceFile[], { server }: Architecture): readonly Violation[] {
  return files
    .filter(({ path, isTest }) => {
      const { zone, folder, fileName } = placeOf(path)
      return zone === 'server' && !isTest && folder !== server[0] && !/^(?:[a-z-]+-)?routes\.ts$/.test(fileName)
    })
    .flatMap((file) => {
      const found: Violation[] = []
      walk(file.program, (node) => {
        const word = replyCall(node)
        if (word)
          found.push({
            rule: 'http-place',
            path: file.path,
            line: file.lineAt(node.start),
            says: `reply.${word}() stands in routes.ts or platform`,
          })
      })
      return found
    })
}

function replyCall(node: SyntaxNode): string | undefined {
  if (node.type !== 'CallExpression' || !isNode(node.callee) || node.callee.type !== 'MemberExpression')
    return undefined
  const word = identifierName(node.callee.property)
  return word && httpWords.has(word) && identifierName(node.callee.object) === 'reply' ? word : undefined
}
