/**
 * Documents that stay true: `node tools/check-documents.ts`.
 * Every relative link of a Markdown file leads somewhere, every path of the repository named in `code` exists, and so
 * does every npm script named as `npm run …`.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { runAsProgram } from './report.ts'
import { filesUnder, type Violation } from './source-tree.ts'

const namedPath = /`((?:src|db|test|tools|docs|bin)\/[^`\s]*)`/g
const link = /\]\(([^)\s#]+)(?:#[^)]*)?\)/g
const script = /`npm run ([a-z:]+)/g

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

function targets(line: string, pattern: RegExp): readonly string[] {
  return [...line.matchAll(pattern)].flatMap((match) => match[1] ?? [])
}

export function checkDocumentsOfTree(root: string): readonly Violation[] {
  const documents = [...readdirSync(root), ...filesUnder(root, 'docs')].filter((path) => path.endsWith('.md'))
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>
  }
  const repository = { exists: (path: string) => existsSync(join(root, path)), scripts: new Set(Object.keys(scripts)) }
  return documents.flatMap((path) => checkDocument(path, readFileSync(join(root, path), 'utf8'), repository))
}

runAsProgram(import.meta.main, checkDocumentsOfTree)
