/**
 * Documents that stay true: `node tools/check-documents.ts`.
 * Every relative link of a Markdown file leads somewhere, every path of the repository named in `code` exists, and so
 * does every npm script named as `npm run …`. Every page of docs/ is named in its index.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { runAsProgram } from './report.ts'
import { filesUnder, type Violation } from './source-tree.ts'

const namedPath = /`((?:src|db|test|tools|docs|bin)\/[^`\s]*)`/g
const link = /\]\(([^)\s#]+)(?:#[^)]*)?\)/g
const script = /`npm run ([a-z:]+)/g
const indexPath = 'docs/README.md'

interface Repository {
  readonly exists: (path: string) => boolean
  readonly scripts: ReadonlySet<string>
}

export function checkDocument(path: string, text: string, { exists, scripts }: Repository): readonly Violation[] {
  return text.split('\n').flatMap((content, index) => {
    const at = { path, line: index + 1 }
    const links = targets(content, link).filter((target) => !/^[a-z]+:/.test(target))
    const dead = links.filter((target) => !exists(posix.join(posix.dirname(path), target)))
    const missing = targets(content, namedPath).filter((target) => !/[…*<{]/.test(target) && !exists(target))
    const unknown = targets(content, script).filter((name) => !scripts.has(name))
    return [
      ...dead.map((target) => ({ ...at, rule: 'dead-link', says: `nothing at ${target}` })),
      ...missing.map((target) => ({ ...at, rule: 'no-such-path', says: `${target} does not exist` })),
      ...unknown.map((name) => ({ ...at, rule: 'no-such-script', says: `package.json has no script ${name}` })),
    ]
  })
}

/** Pages below docs/ that its index does not lead to: nobody would find them. */
export function unlistedPages(index: string, paths: readonly string[]): readonly Violation[] {
  const listed = new Set([indexPath, ...targets(index, link).map((target) => posix.join('docs', target))])
  return paths
    .filter((path) => path.startsWith('docs/') && !listed.has(path))
    .map((path) => ({ path, line: 1, rule: 'unlisted-page', says: `${indexPath} does not name it` }))
}

function targets(text: string, pattern: RegExp): readonly string[] {
  return [...text.matchAll(pattern)].flatMap((match) => match[1] ?? [])
}

export function checkDocumentsOfTree(root: string): readonly Violation[] {
  const documents = [...readdirSync(root), ...filesUnder(root, 'docs')].filter((path) => path.endsWith('.md'))
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>
  }
  const repository = { exists: (path: string) => existsSync(join(root, path)), scripts: new Set(Object.keys(scripts)) }
  const textOf = (path: string) => readFileSync(join(root, path), 'utf8')
  return [
    ...documents.flatMap((path) => checkDocument(path, textOf(path), repository)),
    ...unlistedPages(textOf(indexPath), documents),
  ]
}

runAsProgram(import.meta.main, checkDocumentsOfTree)
