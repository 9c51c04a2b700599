/** Builds the web pages into dist/web when what they are made of has changed since the last build. */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const root = path.resolve(import.meta.dirname, '..')
const sources = ['src/web', 'src/core', 'src/contract', 'vite.config.ts', 'package-lock.json']
const output = path.join(root, 'dist/web')
const marker = path.join(root, '.cache/web-build')

function filesUnder(where: string): readonly string[] {
  const full = path.join(root, where)
  if (!existsSync(full)) return []
  if (path.extname(where) !== '') return [where]
  return readdirSync(full, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)))
    .sort()
}

function sourcesHash(): string {
  const hash = createHash('sha256')
  for (const file of sources.flatMap(filesUnder))
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(path.join(root, file)))
  return hash.digest('hex')
}

function lastBuild(): string {
  return existsSync(marker) && existsSync(path.join(output, 'index.html')) ? readFileSync(marker, 'utf8') : ''
}

/** Tells `say` only when there is something to wait for. */
export async function buildWeb(say: (text: string) => void): Promise<void> {
  const hash = sourcesHash()
  if (lastBuild() === hash || !existsSync(path.join(root, 'vite.config.ts'))) return
  say('Đang dựng trang web…')
  const { build } = await import('vite')
  const mode = process.env.NODE_ENV
  await build({ configFile: path.join(root, 'vite.config.ts'), logLevel: 'warn', build: { outDir: output } })
  // Vite leaves NODE_ENV=production behind, and the worker started next would take it for a setting.
  if (mode === undefined) delete process.env.NODE_ENV
  else process.env.NODE_ENV = mode
  mkdirSync(path.dirname(marker), { recursive: true })
  writeFileSync(marker, hash)
}
