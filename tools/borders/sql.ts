/**
 * SQL has its places: statements stand in a slice's queries (`queries.ts`, or `<noun>-queries.ts` where one file
 * would grow too long) and in platform; only a table's owner writes it.
 */
import type { Architecture } from '../architecture.ts'
import { asNodes, identifierName, isNode, type SourceFile, stringText, type Violation, walk } from '../source-tree.ts'
import { placeOf } from './place.ts'

const identifier = String.raw`(?:"?[a-z_][\w]*"?\.)?"?([a-z_][\w]*)"?`
const statement =
  /^\s*(?:--[^\n]*\n\s*)*(?:select\s[\s\S]*?\bfrom\s|select\s+[\w.]+\(|with\s+(?:recursive\s+)?\w+(?:\s*\([^)]*\))?\s+as\s[\w\s]*\(|insert\s+into\s|update\s+\S+[\s\S]*?\sset\s|delete\s+from\s|truncate\s|copy\s+\S+[\s\S]*?(?:from|to)\s+std|merge\s+into\s|(?:create|alter|drop)\s+(?:table|index|unique|view|function|schema|role|database|extension)|lock\s+table\s)/i
const write = new RegExp(
  String.raw`\b(?:insert\s+into|delete\s+from|merge\s+into|truncate(?:\s+table)?|copy(?=\s[\s\S]*?\bfrom\s+stdin)|update(?:\s+only)?(?=\s+\S+(?:\s+(?:as\s+)?\w+)?\s+set\b))\s+(?:${identifier}|(\0))`,
  'gi',
)

export function isSql(text: string): boolean {
  return statement.test(text)
}

/** Tables a statement writes, in order of appearance; undefined where the name is put together at run time. */
export function writtenTables(sql: string): readonly (string | undefined)[] {
  return [...sql.matchAll(write)].map((match) => match[1]?.toLowerCase())
}

export function sqlViolations(files: readonly SourceFile[], architecture: Architecture): readonly Violation[] {
  return files
    .filter((file) => file.path.startsWith('src/') && !file.isTest)
    .flatMap((file) => {
      const found: Violation[] = []
      const report = (rule: string, offset: number, says: string): void => {
        found.push({ rule, path: file.path, line: file.lineAt(offset), says })
      }
      walk(file.program, (node) => {
        const text = stringText(node)
        const holdsSql = text !== undefined && isSql(text)
        if ((holdsSql || isQueryCall(node)) && !maySpeakSql(file.path, architecture))
          report('sql-place', node.start, 'SQL stands in queries.ts or platform')
        if (!holdsSql) return
        for (const table of writtenTables(text)) {
          const fault = ownershipFault(file.path, table, architecture)
          if (fault) report('table-owner', node.start, fault)
        }
      })
      return found
    })
}

function maySpeakSql(path: string, { server }: Architecture): boolean {
  const { zone, folder, fileName } = placeOf(path)
  return zone === 'server' && (folder === server[0] || /^(?:[a-z-]+-)?queries\.ts$/.test(fileName))
}

function isQueryCall(node: { readonly type: string; readonly [key: string]: unknown }): boolean {
  if (node.type !== 'CallExpression' || !isNode(node.callee)) return false
  const callee = node.callee
  return (
    callee.type === 'MemberExpression' &&
    identifierName(callee.property) === 'query' &&
    asNodes(node.arguments).length > 0
  )
}

function ownershipFault(path: string, table: string | undefined, { tables, server }: Architecture): string | undefined {
  const { folder } = placeOf(path)
  if (table === undefined)
    return folder === server[0] ? undefined : 'the name of a written table stands in the text of the statement'
  const owner = tables[table]
  if (owner === undefined) return `table ${table} has no owner in architecture.json`
  return owner === folder ? undefined : `${table} is written by ${owner} only`
}
