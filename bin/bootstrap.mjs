/**
 * What must hold before any TypeScript of this program can run: its packages are installed as the lockfile says, and
 * Node is 24 or newer (an older Node hands over to the one among the packages). Plain JavaScript without imports from
 * node_modules, because it runs before they exist; runs on Node 20.20.
 */
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, lstatSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')

const packages = path.join(root, 'node_modules')
const marker = path.join(packages, '.baocao-install')
const neededMajor = 24

function lockfileHash() {
  return createHash('sha256')
    .update(readFileSync(path.join(root, 'package-lock.json')))
    .digest('hex')
}

/** Somebody ran npm by hand: npm's own record then agrees with the lockfile, package for package. */
function installedByHand() {
  try {
    const wanted = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')).packages
    const present = JSON.parse(readFileSync(path.join(packages, '.package-lock.json'), 'utf8')).packages
    return Object.entries(wanted).every(
      ([where, one]) =>
        where === '' || (present[where] ? present[where].version === one.version : one.optional === true),
    )
  } catch {
    return false
  }
}

function isLinked() {
  return lstatSync(packages, { throwIfNoEntry: false })?.isSymbolicLink() ?? false
}

/** npm must not be run by the Node inside the folder it is about to replace. */
function pathWithoutPackages() {
  const entries = (process.env.PATH ?? '').split(path.delimiter)
  return entries.filter(
    (entry) => !entry.includes(`${path.sep}node_modules${path.sep}`) && !entry.endsWith('node_modules/.bin'),
  )
}

function install() {
  console.error('Đang cài đặt các gói phần mềm (npm ci)…')
  const environment = { ...process.env, PATH: pathWithoutPackages().join(path.delimiter) }
  for (const name of Object.keys(environment))
    if (name.toLowerCase() === 'npm_config_omit' || name === 'NODE_ENV') delete environment[name]
  const { status, error } = spawnSync(
    'npm',
    ['ci', '--include=dev', '--include=optional', '--ignore-scripts', '--no-audit', '--loglevel=error', '--no-fund'],
    {
      cwd: root,
      env: environment,
      stdio: ['ignore', 2, 2],
    },
  )
  if (status === 0) return
  console.error(
    `Không cài được các gói phần mềm${error ? `: ${error.message}` : ''}. Hãy kiểm tra kết nối tới kho npm rồi chạy lại.`,
  )
  process.exit(1)
}

/** Two commands started at once must not both install: the second waits for the first. */
function withInstallLock(work) {
  const lock = path.join(root, '.cache', 'install.lock')
  mkdirSync(path.dirname(lock), { recursive: true })
  for (;;) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' })
      break
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
      if (!holderLives(lock)) rmSync(lock, { force: true })
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200)
    }
  }
  try {
    work()
  } finally {
    rmSync(lock, { force: true })
  }
}

function holderLives(lock) {
  try {
    const pid = Number(readFileSync(lock, 'utf8'))
    if (pid === 0) return true
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

function isInstalled() {
  return existsSync(marker) && readFileSync(marker, 'utf8') === lockfileHash()
}

export function ensureInstalled() {
  // A linked node_modules belongs to another checkout: never replaced from here.
  if (isInstalled() || isLinked()) return
  withInstallLock(() => {
    if (isInstalled()) return
    if (!installedByHand()) install()
    writeFileSync(marker, lockfileHash())
  })
}

function newerNode() {
  const found = path.join(packages, `node-${process.platform}-${process.arch}`, 'bin', 'node')
  if (existsSync(found)) return found
  console.error(
    `Cần Node.js ${neededMajor} trở lên (đang dùng ${process.versions.node}). Hãy cài Node.js ${neededMajor} rồi chạy lại.`,
  )
  process.exit(1)
}

/** Runs a TypeScript main file with these arguments: here when this Node can, else in a child that ends as we end. */
export async function run(file, args) {
  ensureInstalled()
  const main = path.resolve(root, file)
  if (Number(process.versions.node.split('.')[0]) >= neededMajor) {
    process.argv = [process.execPath, main, ...args]
    await import(pathToFileURL(main).href)
    return
  }
  const child = spawn(newerNode(), [main, ...args], { stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  // npm dies of SIGTERM without passing it on; then we have another parent.
  const parent = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(watch)
    child.kill('SIGTERM')
  }, 300)
  child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 143)))
}
