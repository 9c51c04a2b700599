/**
 * PostgreSQL refuses to run as root. Started as root, we run it as the account that already owns the cluster, else as
 * `postgres`, else as `nobody`; started as anybody else, no other account is involved.
 */
import { readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { StartupRefusal } from '../startup-refusal.ts'

export interface SystemAccount {
  readonly uid: number
  readonly gid: number
  readonly name: string
}

function accounts(): readonly SystemAccount[] {
  return readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
}

/** The account to run PostgreSQL as, or undefined when it is simply ours. */
export function postgresAccount(cluster?: string): SystemAccount | undefined {
  if (process.getuid?.() !== 0) return undefined
  const known = accounts()
  if (cluster) {
    const { uid, gid } = statSync(cluster)
    if (uid !== 0) return known.find((one) => one.uid === uid) ?? { uid, gid, name: String(uid) }
  }
  const found = known.find((one) => one.name === 'postgres') ?? known.find((one) => one.name === 'nobody')
  if (!found) {
    throw new StartupRefusal(
      'PostgreSQL không chạy được bằng tài khoản root, và máy không có tài khoản postgres hay nobody. ' +
        'Hãy chạy chương trình bằng một tài khoản thường.',
    )
  }
  return found
}

/** Whether the account may pass through every folder from the root down to `folder`. */
export function isReachable(folder: string, account: SystemAccount): boolean {
  for (let at = path.resolve(folder); ; at = path.dirname(at)) {
    const { mode, uid, gid } = statSync(at)
    const bit = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001
    if ((mode & bit) === 0) return false
    if (at === path.dirname(at)) return true
  }
}
