/**
 * Where the embedded cluster lives. Normally in the folder asked for. Started as root in a folder that the postgres
 * account cannot enter (root's home, say), it lives in /var/lib/baocao/<id> and the folder asked for becomes a link
 * to it: the link is the only record, so removing the data folder means starting afresh.
 *
 *   <root>/cluster      the PostgreSQL data folder        <root>/run   its socket
 *   <root>/log          its log, rotated                  <root>/launcher.lock, <root>/keys.json
 */
import { randomBytes } from 'node:crypto'
import { chownSync, existsSync, lstatSync, mkdirSync, realpathSync, statSync, symlinkSync } from 'node:fs'
import path from 'node:path'
import { StartupRefusal } from '../startup-refusal.ts'
import { isReachable, postgresAccount, type SystemAccount } from './account.ts'

export const systemFolder = '/var/lib/baocao'

export interface Place {
  readonly root: string
  readonly cluster: string
  readonly run: string
  readonly log: string
  readonly account: SystemAccount | undefined
}

function existingRoot(folder: string): string | undefined {
  const found = lstatSync(folder, { throwIfNoEntry: false })
  if (!found) return undefined
  if (found.isSymbolicLink() && !existsSync(folder)) {
    throw new StartupRefusal(
      `Thư mục cơ sở dữ liệu ${folder} trỏ tới một nơi không còn tồn tại. ` +
        'Hãy khôi phục nơi đó từ bản sao lưu, hoặc xóa liên kết này để bắt đầu với cơ sở dữ liệu trống.',
    )
  }
  return realpathSync(folder)
}

function newRoot(folder: string, account: SystemAccount | undefined): string {
  const parent = path.dirname(folder)
  mkdirSync(parent, { recursive: true, mode: 0o711 })
  if (!account || isReachable(parent, account)) {
    mkdirSync(folder, { mode: 0o711 })
    return realpathSync(folder)
  }
  const root = path.join(systemFolder, randomBytes(6).toString('hex'))
  mkdirSync(root, { recursive: true, mode: 0o711 })
  symlinkSync(root, folder)
  return root
}

/** Finds or makes the folders. Refuses a place that the account which must run PostgreSQL cannot use. */
export function preparePlace(folder: string): Place {
  const existing = existingRoot(folder)
  const cluster = existing && path.join(existing, 'cluster')
  const account = postgresAccount(cluster && existsSync(cluster) ? cluster : undefined)
  const root = existing ?? newRoot(folder, account)
  const place = {
    root,
    cluster: path.join(root, 'cluster'),
    run: path.join(root, 'run'),
    log: path.join(root, 'log'),
    account,
  }
  if (account && !isReachable(root, account)) {
    throw new StartupRefusal(
      `Tài khoản ${account.name} (dùng để chạy PostgreSQL khi chương trình chạy bằng root) không vào được ${root}. ` +
        'Hãy đặt BAOCAO_DATA_DIR ở nơi tài khoản đó vào được, hoặc chạy bằng tài khoản thường.',
    )
  }
  const uid = process.getuid?.()
  if (uid !== 0 && existsSync(place.cluster) && statSync(place.cluster).uid !== uid) {
    throw new StartupRefusal(
      `Cơ sở dữ liệu ở ${root} thuộc một tài khoản khác. Hãy chạy bằng tài khoản đó hoặc bằng root.`,
    )
  }
  for (const owned of [place.run, place.log]) {
    mkdirSync(owned, { recursive: true, mode: 0o700 })
    if (account) chownSync(owned, account.uid, account.gid)
  }
  return place
}
