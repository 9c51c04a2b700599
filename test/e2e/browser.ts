/**
 * A headless browser for the tests, without anything installed on the machine: Chromium from a package, driven by
 * Playwright. `servePage` builds a page with Vite and serves it on a free port of this machine only.
 */
import { existsSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import chromiumPackage from '@sparticuz/chromium'
import react from '@vitejs/plugin-react'
import type { Browser } from 'playwright-core'
import { chromium } from 'playwright-core'
import { build, preview } from 'vite'

const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Of the package's arguments: in a single process closing a context ends the browser, and the rest would hide faults. */
const unwanted = ['--single-process', '--disable-web-security', '--allow-running-insecure-content']

/**
 * The package unpacks itself into the folder for temporary files and takes whatever lies there for the whole, so that of
 * two test files that begin at once one would start a half-written browser. Unpacked aside, each part comes there by its
 * name alone, the program last.
 */
async function unpackedBrowser(): Promise<string> {
  const [folder, { TMPDIR }] = [tmpdir(), process.env]
  const browser = join(folder, 'chromium')
  if (existsSync(browser)) return browser
  const aside = mkdtempSync(join(folder, 'chromium-'))
  try {
    process.env.TMPDIR = aside
    await chromiumPackage.executablePath()
    const parts = readdirSync(aside).filter((name) => name !== 'chromium')
    for (const name of parts) moveUnlessThere(join(aside, name), join(folder, name))
    renameSync(join(aside, 'chromium'), browser)
  } finally {
    if (TMPDIR === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = TMPDIR
    rmSync(aside, { recursive: true, force: true })
  }
  return browser
}

/** Another test file may have brought it meanwhile: a folder that is not empty is not replaced. */
function moveUnlessThere(from: string, to: string): void {
  try {
    renameSync(from, to)
  } catch (error) {
    if (!existsSync(to)) throw error
  }
}

/** To be closed by the caller. */
export async function openBrowser(): Promise<Browser> {
  const executablePath = await unpackedBrowser()
  return chromium.launch({
    executablePath,
    args: [...chromiumPackage.args.filter((argument) => !unwanted.includes(argument)), ...quiet],
    headless: true,
    timeout: 120_000,
  })
}

export interface ServedPage {
  readonly url: string
  readonly close: () => Promise<void>
}

/** `folder` holds an index.html; `name` keeps its build apart from those of other tests. */
export async function servePage(folder: string, name: string): Promise<ServedPage> {
  const outDir = join(projectFolder, '.cache', 'e2e', name)
  const shared = { root: folder, configFile: false, logLevel: 'error' } as const
  await build({ ...shared, plugins: [react()], build: { outDir, emptyOutDir: true, minify: false } })
  const server = await preview({
    ...shared,
    build: { outDir },
    preview: { host: '127.0.0.1', port: 0, strictPort: false },
  })
  const url = server.resolvedUrls?.local[0]
  if (url === undefined) throw new Error('the page is not served')
  return { url, close: () => server.close() }
}

const projectFolder = join(createRequire(import.meta.url).resolve('../../package.json'), '..')
