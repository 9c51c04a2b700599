/**
 * Nothing of one machine in the repository: `node tools/check-traces.ts`.
 * Refuses absolute home or workspace paths in any text file, and registry addresses in package-lock.json.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { runAsProgram } from './report.ts'
import { filesUnder, type Violation } from './source-tree.ts'

const folders = ['src', 'test', 'tools', 'db', 'docs', 'bin']
const topFiles = /\.(?:md|json|ts|mjs|js|yml|yaml)$/
const textFiles = /\.(?:tsx?|mjs|js|json|md|css|html|sql|csv|svg|txt|ya?ml)$/
const machinePath = /(?<![\w.:/-])\/(?:work|home|root|Users)\/[\w.-]+/

export function checkTraces(path: string, text: string): readonly Violation[] {
  return text.split('\n').flatMap((line, index) => {
    const at = { path, line: index + 1 }
    const found = machinePath.exec(line)
    const paths = found ? [{ ...at, rule: 'machine-path', says: `absolute path ${found[0]}` }] : []
    const isRegistry = path === 'package-lock.json' && /"resolved":\s*"https?:/.test(line)
    return isRegistry ? [...paths, { ...at, rule: 'registry', says: 'resolved names a registry host' }] : paths
  })
}

export function checkTracesOfTree(root: string): readonly Violation[] {
  const top = readdirSync(root).filter((path) => topFiles.test(path))
  const below = folders.flatMap((folder) => filesUnder(root, folder)).filter((path) => textFiles.test(path))
  return [...top, ...below]
    .filter((path) => path !== 'tools/check-traces.test.ts')
    .flatMap((path) => checkTraces(path, readFileSync(join(root, path), 'utf8')))
}

runAsProgram(import.meta.main, checkTracesOfTree)
