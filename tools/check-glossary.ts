/**
 * One word, one meaning: `node tools/check-glossary.ts`.
 * GLOSSARY.md names every core module, every table of db/schema.sql and every type exported by core in the identifier
 * column of a row. A word in a "never" column is no core export, table or column, unless it has a row of its own.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Architecture, readArchitecture } from './architecture.ts'
import { placeOf } from './borders/place.ts'
import { runAsProgram } from './report.ts'
import {
  asNodes,
  identifierName,
  isNode,
  readTree,
  type SourceFile,
  type SyntaxNode,
  type Violation,
} from './source-tree.ts'

export interface Glossary {
  readonly identifiers: ReadonlySet<string>
  readonly never: ReadonlyMap<string, { readonly insteadOf: string; readonly line: number }>
}

export interface Table {
  readonly name: string
  readonly columns: readonly string[]
  readonly line: number
}

interface CoreExport {
  readonly name: string
  readonly isType: boolean
  readonly path: string
  readonly line: number
}

/** Rows of every markdown table whose header has an `identifier` column. */
export function readGlossary(text: string): Glossary {
  const identifiers = new Set<string>()
  const never = new Map<string, { insteadOf: string; line: number }>()
  let columns: readonly string[] = []
  for (const [index, line] of text.split('\n').entries()) {
    if (!line.startsWith('|')) columns = []
    const cells = line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim())
    if (cells.includes('identifier')) columns = cells
    const cell = cells[columns.indexOf('identifier')]
    if (!cell || cell === 'identifier' || /^[-: ]+$/.test(cell)) continue
    for (const [, word] of cell.matchAll(/`([^`]+)`/g)) if (word) identifiers.add(word.replace(/\/$/, ''))
    for (const word of (cells[columns.indexOf('never')] ?? '').split(/[,;/]/))
      if (word.trim()) never.set(plain(word.trim()), { insteadOf: cell, line: index + 1 })
  }
  return { identifiers, never }
}

/** Tables and their columns, read from the `CREATE TABLE` statements of a schema dump. Partitions are left out. */
export function readTables(schema: string): readonly Table[] {
  const tables: Table[] = []
  let open: { name: string; columns: string[]; line: number } | undefined
  for (const [index, line] of schema.split('\n').entries()) {
    const start = /^create\s+table\s+(?:if\s+not\s+exists\s+)?(?:"?\w+"?\.)?"?(\w+)"?(.*)$/i.exec(line)
    if (start?.[1] && !/partition\s+of/i.test(line)) {
      open = { name: start[1], columns: [], line: index + 1 }
      tables.push(open)
    } else if (/^\)/.test(line)) open = undefined
    const column = /^\s+"?([a-z_]\w*)"?\s+\S/.exec(line)?.[1]
    if (open && column && !/^(?:constraint|primary|unique|foreign|check|exclude|like)$/i.test(column))
      open.columns.push(column)
  }
  return tables
}

export function checkGlossary(found: {
  readonly glossary: Glossary
  readonly files: readonly SourceFile[]
  readonly tables: readonly Table[]
  readonly architecture: Architecture
}): readonly Violation[] {
  const { glossary, architecture, tables } = found
  const exported = found.files.flatMap(coreExports)
  const at = { path: 'GLOSSARY.md', line: 1, rule: 'glossary-row' }
  const schema = 'db/schema.sql'
  const missing = [
    ...architecture.core.map((name) => ({ ...at, name, says: `no row for core module \`${name}\`` })),
    ...tables.map(({ name, line }) => ({ ...at, path: schema, line, name, says: `no row for table \`${name}\`` })),
    ...exported
      .filter(({ isType }) => isType)
      .map(({ name, path, line }) => ({ ...at, path, line, name, says: `no row for type \`${name}\`` })),
  ].filter(({ name }) => !glossary.identifiers.has(name))
  const owners = tables
    .filter(({ name }) => architecture.tables[name] === undefined)
    .map(({ name, line }) => ({
      rule: 'table-owner',
      path: schema,
      line,
      says: `${name} has no owner in architecture.json`,
    }))
  const names = [
    ...exported,
    ...tables.flatMap(({ name, columns, line }) =>
      [name, ...columns].map((word) => ({ name: word, path: schema, line })),
    ),
  ]
  return [
    ...missing.map(({ name: _, ...violation }) => violation),
    ...owners,
    ...names.flatMap((one) => neverUsed(one, glossary)),
  ]
}

function neverUsed(
  { name, path, line }: { readonly name: string; readonly path: string; readonly line: number },
  { never, identifiers }: Glossary,
): readonly Violation[] {
  if (identifiers.has(name)) return []
  const word = plain(name)
  const hit = [word, word.replace(/ (?:id|code)$/, ''), word.replace(/s$/, '')].find((form) => never.has(form))
  const row = hit === undefined ? undefined : never.get(hit)
  return row
    ? [{ rule: 'glossary-never', path, line, says: `${name}: say ${row.insteadOf} (GLOSSARY.md:${row.line})` }]
    : []
}

/** `ReportType`, `report_type` and `report type` are one word. */
function plain(name: string): string {
  return name
    .replace(/[`*]/g, '')
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/[_-]/g, ' ')
    .toLowerCase()
}

function coreExports(file: SourceFile): readonly CoreExport[] {
  if (file.isTest || placeOf(file.path).zone !== 'core') return []
  return asNodes(file.program.body)
    .filter(({ type }) => type === 'ExportNamedDeclaration')
    .flatMap(({ declaration }) => (isNode(declaration) ? declaredNames(declaration) : []))
    .map(({ node, name }) => ({
      name,
      isType: node.type === 'TSTypeAliasDeclaration' || node.type === 'TSInterfaceDeclaration',
      path: file.path,
      line: file.lineAt(node.start),
    }))
}

function declaredNames(node: SyntaxNode): readonly { readonly node: SyntaxNode; readonly name: string }[] {
  const name = identifierName(node.id)
  if (name) return [{ node, name }]
  return asNodes(node.declarations).flatMap((declared) => declaredNames(declared))
}

export function checkGlossaryOfTree(root: string, files: readonly SourceFile[]): readonly Violation[] {
  const schema = join(root, 'db/schema.sql')
  return checkGlossary({
    glossary: readGlossary(readFileSync(join(root, 'GLOSSARY.md'), 'utf8')),
    files,
    tables: existsSync(schema) ? readTables(readFileSync(schema, 'utf8')) : [],
    architecture: readArchitecture(root),
  })
}

runAsProgram(import.meta.main, (root) => checkGlossaryOfTree(root, readTree(root)))
