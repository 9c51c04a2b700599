/**
 * Makes the cluster once, in a folder beside it that is renamed when complete, so that a start broken off half-way
 * leaves nothing that looks like a database; and refuses a cluster this program cannot open.
 */
import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chownSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { StartupRefusal } from '../startup-refusal.ts'
import type { Binaries } from './binaries.ts'
import type { Place } from './place.ts'

/** Passwords of the three roles, made at first start and readable by the launching account alone. */
export interface Keys {
  readonly superuser: string
  readonly owner: string
  readonly application: string
}

export const superuser = 'postgres'

export function keysOf(place: Place): Keys {
  const file = path.join(place.root, 'keys.json')
  if (!existsSync(file)) {
    if (existsSync(place.cluster)) {
      throw new StartupRefusal(`Thiếu ${file} (mật khẩu của cơ sở dữ liệu). Hãy khôi phục tệp này từ bản sao lưu.`)
    }
    const fresh = () => randomBytes(24).toString('base64url')
    writeFileSync(`${file}.new`, JSON.stringify({ superuser: fresh(), owner: fresh(), application: fresh() }), {
      mode: 0o600,
    })
    renameSync(`${file}.new`, file)
  }
  return JSON.parse(readFileSync(file, 'utf8')) as Keys
}

function initialise(place: Place, binaries: Binaries, keys: Keys): void {
  const partial = `${place.cluster}.partial`
  rmSync(partial, { recursive: true, force: true })
  mkdirSync(partial, { mode: 0o700 })
  const passwordFile = path.join(place.run, 'password')
  writeFileSync(passwordFile, keys.superuser, { mode: 0o600 })
  const { account } = place
  if (account) for (const one of [partial, passwordFile]) chownSync(one, account.uid, account.gid)
  const options = [
    '-D',
    partial,
    '-U',
    superuser,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
  ]
  options.push('--locale=C', '--locale-provider=icu', '--icu-locale=vi-VN', '--data-checksums')
  try {
    execFileSync(binaries.initdb, options, {
      ...(account && { uid: account.uid, gid: account.gid }),
      cwd: partial,
      stdio: ['ignore', 'ignore', 'pipe'],
    })
  } catch (error) {
    const said = String((error as { stderr?: Buffer }).stderr ?? error).trim()
    throw new StartupRefusal(`Không tạo được cơ sở dữ liệu ở ${place.cluster}: ${said}`)
  } finally {
    rmSync(passwordFile, { force: true })
  }
  renameSync(partial, place.cluster)
}

function refuseUnusable(place: Place, binaries: Binaries): void {
  const versionFile = path.join(place.cluster, 'PG_VERSION')
  if (!existsSync(versionFile) || !existsSync(path.join(place.cluster, 'global', 'pg_control'))) {
    throw new StartupRefusal(
      `Thư mục cơ sở dữ liệu ${place.cluster} bị hỏng (thiếu tệp của PostgreSQL). ` +
        'Hãy khôi phục từ bản sao lưu, hoặc chuyển thư mục này đi nơi khác để bắt đầu với cơ sở dữ liệu trống.',
    )
  }
  const major = readFileSync(versionFile, 'utf8').trim()
  if (major !== binaries.major) {
    const newer = Number(major) > Number(binaries.major)
    throw new StartupRefusal(
      `Cơ sở dữ liệu ở ${place.cluster} thuộc PostgreSQL ${major}, chương trình này kèm PostgreSQL ${binaries.major}. ` +
        (newer
          ? 'Hãy dùng phiên bản chương trình mới hơn.'
          : 'Hãy chuyển dữ liệu sang phiên bản mới bằng sao lưu và khôi phục.'),
    )
  }
}

/** After this the cluster is complete and of our version. */
export function ensureCluster(place: Place, binaries: Binaries): Keys {
  const keys = keysOf(place)
  if (!existsSync(place.cluster) || readdirSync(place.cluster).length === 0) {
    rmSync(place.cluster, { recursive: true, force: true })
    initialise(place, binaries, keys)
  }
  refuseUnusable(place, binaries)
  return keys
}
