/**
 * `npm run bench`: runs the measurements under test/bench one after another, so that none disturbs another, or those
 * whose name contains an argument (`npm run bench -- save`). Each prints its own ratios; exit code 1 when one failed.
 */
import { spawnSync } from 'node:child_process'
import { globSync } from 'node:fs'
import path from 'node:path'
import { buildWeb } from './build-web.ts'

const root = path.resolve(import.meta.dirname, '..')
const wanted = process.argv.slice(2)
const files = globSync('test/bench/**/*.bench.ts', { cwd: root })
  .filter((file) => wanted.length === 0 || wanted.some((word) => file.includes(word)))
  .sort()

await buildWeb(console.log)
if (files.length === 0) console.error('Không có phép đo nào trong test/bench.')
for (const file of files) {
  console.log(`== ${file}`)
  const { status } = spawnSync(process.execPath, [path.join(root, file)], { cwd: root, stdio: 'inherit' })
  if (status !== 0) process.exitCode = 1
}
