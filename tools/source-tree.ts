/**
 * Reads the TypeScript files of the repository into one parsed list, for the checks.
 * Parsing is vite's (oxc), so type imports, `import('…')` types and re-exports are seen as they stand.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'
import { parseSync } from 'vite'

export interface SyntaxNode {
  readonly type: string
  readonly start: number
  readonly end: number
  readonly [key: string]: unknown
}

export interface ImportLine {
  readonly specifier: string
  readonly line: number
  /** Path in the repository, or undefined for a package. */
  readonly target: string | undefined
}

export interface SourceFile {
  readonly path: string
  readonly text: string
  readonly isTest: boolean
  readonly program: SyntaxNode
  readonly imports: readonly ImportLine[]
  readonly lineAt: (offset: number) => number
}

export interface Violation {
  readonly rule: string
  readonly path: string
  readonly line: number
  readonly says: string
}

const roots = ['src', 'test', 'tools']

/** Every `.ts` and `.tsx` file under src, test and tools, in path order. */
export function readTree(root: string): readonly SourceFile[] {
  return roots
    .flatMap((folder) => filesUnder(root, folder))
    .filter((path) => /\.tsx?$/.test(path))
    .sort()
    .map((path) => parseSource(path, readFileSync(posix.join(root, path), 'utf8')))
}

/** Paths of the files under a folder, relative to `root`; none when the folder does not exist. */
export function filesUnder(root: string, folder: string): readonly string[] {
  try {
    return readdirSync(posix.join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => posix.relative(root, posix.join(entry.parentPath, entry.name)))
  } catch {
    return []
  }
}

export function parseSource(path: string, text: string): SourceFile {
  const parsed = parseSync(path, text)
  const firstError = parsed.errors[0]
  if (firstError) throw new Error(`${path}: ${firstError.message}`)
  const program = parsed.program as unknown as SyntaxNode
  const lineAt = lineFinder(text)
  return { path, text, isTest: isTestPath(path), program, imports: importsOf(path, program, lineAt), lineAt }
}

/** Visits every node below `node`, parents first. `parents` is ordered from the root to the direct parent. */
export function walk(node: SyntaxNode, visit: (node: SyntaxNode, parents: readonly SyntaxNode[]) => void): void {
  const parents: SyntaxNode[] = []
  const step = (at: SyntaxNode): void => {
    visit(at, parents)
    parents.push(at)
    for (const value of Object.values(at)) for (const child of asNodes(value)) step(child)
    parents.pop()
  }
  step(node)
}

export function isNode(value: unknown): value is SyntaxNode {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'
}

/** Name of an identifier node; undefined for anything else. */
export function identifierName(value: unknown): string | undefined {
  return isNode(value) && value.type === 'Identifier' && typeof value.name === 'string' ? value.name : undefined
}

/** Text of a string literal or template; each `${…}` becomes U+0000. Undefined for other nodes. */
export function stringText(node: SyntaxNode): string | undefined {
  if (node.type === 'Literal' && typeof node.value === 'string') return node.value
  if (node.type !== 'TemplateLiteral') return undefined
  return asNodes(node.quasis)
    .map((part) => (part.value as { readonly raw: string }).raw)
    .join('\0')
}

export function asNodes(value: unknown): readonly SyntaxNode[] {
  if (Array.isArray(value)) return value.filter(isNode)
  return isNode(value) ? [value] : []
}

function isTestPath(path: string): boolean {
  return /\.test\.tsx?$/.test(path) || path.startsWith('test/')
}

const importingNodes = new Set([
  'ImportDeclaration',
  'ExportNamedDeclaration',
  'ExportAllDeclaration',
  'ImportExpression',
  'TSImportType',
])

function importsOf(path: string, program: SyntaxNode, lineAt: (offset: number) => number): readonly ImportLine[] {
  const found: ImportLine[] = []
  walk(program, (node) => {
    if (!importingNodes.has(node.type) || !isNode(node.source)) return
    const specifier = stringText(node.source)
    if (specifier !== undefined) found.push({ specifier, line: lineAt(node.start), target: targetOf(path, specifier) })
  })
  return found
}

function targetOf(path: string, specifier: string): string | undefined {
  if (specifier.startsWith('.')) return posix.join(posix.dirname(path), specifier)
  const alias = /^#(core|contract|server|web|test)\/(.+)$/.exec(specifier)
  if (!alias) return undefined
  return alias[1] === 'test' ? `test/${alias[2]}` : `src/${alias[1]}/${alias[2]}`
}

function lineFinder(text: string): (offset: number) => number {
  const starts = [0]
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return (offset) => {
    let low = 0
    let high = starts.length
    while (high - low > 1) {
      const middle = (low + high) >> 1
      if ((starts[middle] ?? 0) <= offset) low = middle
      else high = middle
    }
    return low + 1
  }
}
