/**
 * Size and shape: `node tools/check-size.ts`.
 * A file has at most 500 lines, a component file (.tsx) 150, a function 60 and three parameters.
 * Generated files say `@generated` in their first lines and are exempt.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { runAsProgram } from './report.ts'
import {
  asNodes,
  filesUnder,
  identifierName,
  isNode,
  readTree,
  type SourceFile,
  type SyntaxNode,
  type Violation,
  walk,
} from './source-tree.ts'

const limits = { file: 500, component: 150, function: 60, parameters: 3 }
const functionNodes = new Set(['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression'])
const groupingCalls = new Set(['describe', 'suite'])

export function checkSize(files: readonly SourceFile[]): readonly Violation[] {
  return files
    .filter(({ text }) => !isGenerated(text))
    .flatMap((file) => [...fileViolations(file), ...functionViolations(file)])
}

/** Length of files that are not TypeScript: styles and migrations. */
export function checkTextSize(path: string, text: string): readonly Violation[] {
  const length = lineCount(text)
  if (length <= limits.file || isGenerated(text)) return []
  return [{ rule: 'file-size', path, line: length, says: `${length} lines, at most ${limits.file}` }]
}

function fileViolations({ path, text, isTest }: SourceFile): readonly Violation[] {
  const length = lineCount(text)
  const limit = path.endsWith('.tsx') && !isTest ? limits.component : limits.file
  return length <= limit ? [] : [{ rule: 'file-size', path, line: length, says: `${length} lines, at most ${limit}` }]
}

function functionViolations(file: SourceFile): readonly Violation[] {
  const found: Violation[] = []
  walk(file.program, (node, parents) => {
    if (!functionNodes.has(node.type)) return
    const line = file.lineAt(node.start)
    const length = file.lineAt(node.end) - line + 1
    const name = nameOf(node, parents.at(-1)) ?? 'a function'
    const report = (rule: string, says: string): void => {
      found.push({ rule, path: file.path, line, says: `${name} ${says}` })
    }
    if (length > limits.function && !isGroupOfTests(node, parents.at(-1)))
      report('function-size', `has ${length} lines, at most ${limits.function}`)
    const parameters = asNodes(node.params).length
    if (!file.isTest && parameters > limits.parameters && nameOf(node, parents.at(-1)) !== undefined)
      report('parameters', `takes ${parameters} parameters; past ${limits.parameters}, pass a named record`)
  })
  return found
}

function nameOf(node: SyntaxNode, parent: SyntaxNode | undefined): string | undefined {
  return identifierName(node.id) ?? (parent?.type === 'VariableDeclarator' ? identifierName(parent.id) : undefined)
}

function isGroupOfTests(node: SyntaxNode, parent: SyntaxNode | undefined): boolean {
  if (parent?.type !== 'CallExpression' || !isNode(parent.callee)) return false
  const name = identifierName(parent.callee)
  return name !== undefined && groupingCalls.has(name) && asNodes(parent.arguments).includes(node)
}

function lineCount(text: string): number {
  return text.replace(/\n$/, '').split('\n').length
}

function isGenerated(text: string): boolean {
  return /@generated/.test(text.slice(0, 300))
}

export function checkSizeOfTree(root: string, files: readonly SourceFile[]): readonly Violation[] {
  const texts = [...filesUnder(root, 'src'), ...filesUnder(root, 'db/migrations')].filter((path) =>
    /\.(?:css|sql)$/.test(path),
  )
  return [...checkSize(files), ...texts.flatMap((path) => checkTextSize(path, readFileSync(join(root, path), 'utf8')))]
}

runAsProgram(import.meta.main, (root) => checkSizeOfTree(root, readTree(root)))
