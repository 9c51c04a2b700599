/**
 * node tools/complete-lockfile.ts: adds to package-lock.json the platform packages that its packages name and that npm
 * left out because the registry in use did not carry them. Without them `npm ci` refuses the lockfile. To be run after
 * every `npm install` behind such a registry; tools/lockfile.test.ts tells when it is needed.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { type Lockfile, missingPackages } from './lockfile.ts'

const file = path.resolve(import.meta.dirname, '../package-lock.json')
const lockfile: Lockfile = JSON.parse(readFileSync(file, 'utf8'))
const missing = missingPackages(lockfile)
const { '': top = {}, ...installed } = { ...lockfile.packages, ...missing }
const sorted = Object.entries(installed).sort(([a], [b]) => a.localeCompare(b, 'en'))
writeFileSync(
  file,
  `${JSON.stringify({ ...lockfile, packages: { '': top, ...Object.fromEntries(sorted) } }, null, 2)}\n`,
)
console.log(`${Object.keys(missing).length} packages added`)
