/**
 * All checks of the source: `npm run check`, or some of them by name: `npm run check -- deps size`.
 * Programs (compiler, linter, unused code, schema dump) run beside the checks of this folder, which share one parse.
 * Prints one line per check and the details of what failed; exit code 1 when anything failed.
 */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { checkDepsOfTree } from './check-deps.ts'
import { checkDocumentsOfTree } from './check-documents.ts'
import { checkGlossaryOfTree } from './check-glossary.ts'
import { checkSizeOfTree } from './check-size.ts'
import { checkTracesOfTree } from './check-traces.ts'
import { printable } from './report.ts'
import { readTree, type SourceFile, type Violation } from './source-tree.ts'

interface Verdict {
  readonly passed: boolean
  readonly details: string
}

const root = join(import.meta.dirname, '..')
const bin = (name: string): string => join(root, 'node_modules/.bin', name)

const programs: Readonly<Record<string, readonly string[]>> = {
  types: [bin('tsc'), '-b'],
  lint: [bin('biome'), 'check', '--error-on-warnings', '--colors=off'],
  unused: [bin('knip'), '--no-progress', '--no-config-hints'],
  schema: [process.execPath, 'tools/dump-schema.ts', '--check'],
}

const scans: Readonly<Record<string, (files: readonly SourceFile[]) => readonly Violation[]>> = {
  deps: (files) => checkDepsOfTree(root, files),
  glossary: (files) => checkGlossaryOfTree(root, files),
  size: (files) => checkSizeOfTree(root, files),
  traces: () => checkTracesOfTree(root),
  documents: () => checkDocumentsOfTree(root),
}

function runProgram([command = '', ...args]: readonly string[]): Promise<Verdict> {
  const output: string[] = []
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
    child.stdout.on('data', (chunk) => output.push(String(chunk)))
    child.stderr.on('data', (chunk) => output.push(String(chunk)))
    child.on('error', (error) => resolve({ passed: false, details: error.message }))
    child.on('close', (code) => resolve({ passed: code === 0, details: output.join('').trim() }))
  })
}

async function report(name: string, verdict: () => Promise<Verdict>): Promise<boolean> {
  const start = performance.now()
  const { passed, details } = await verdict()
  const seconds = ((performance.now() - start) / 1000).toFixed(1)
  console.log(`${passed ? 'ok  ' : 'FAIL'} ${name} (${seconds} s)`)
  if (!passed) console.log(details.replace(/^/gm, '     '))
  return passed
}

function scan(files: readonly SourceFile[], name: string): Verdict {
  const violations = scans[name]?.(files) ?? []
  return { passed: violations.length === 0, details: printable(violations) }
}

async function main(wanted: readonly string[]): Promise<void> {
  const isWanted = (name: string): boolean => wanted.length === 0 || wanted.includes(name)
  const unknown = wanted.filter((name) => !(name in programs) && !(name in scans))
  if (unknown.length > 0) throw new Error(`no such check: ${unknown.join(', ')}`)
  const running = Object.entries(programs)
    .filter(([name]) => isWanted(name) && (name !== 'schema' || existsSync(join(root, 'tools/dump-schema.ts'))))
    .map(([name, command]) => report(name, () => runProgram(command)))
  const wantedScans = Object.keys(scans).filter(isWanted)
  const files = wantedScans.length > 0 ? readTree(root) : []
  const scanned = wantedScans.map((name) => report(name, async () => scan(files, name)))
  const passed = await Promise.all([...running, ...scanned])
  process.exitCode = passed.every(Boolean) ? 0 : 1
}

await main(process.argv.slice(2))
