/**
 * `npm start`: everything on one machine. Builds the web pages, starts the embedded database (or uses DATABASE_URL),
 * brings it to this program's schema, serves, and says where. Ctrl-C stops the parts in order.
 */
import path from 'node:path'
import { duties } from '#contract/duties.ts'
import { welcome } from '#contract/session.ts'
import { startWeb } from '#server/main-web.ts'
import { readConfig } from '#server/platform/config.ts'
import { refuseTakenPlace } from '#server/platform/listening-place.ts'
import { openLog } from '#server/platform/log.ts'
import { runUntilSignal } from '#server/platform/run-until-signal.ts'
import { openDatabase } from '#server/platform/server-database.ts'
import { prepareDatabase } from '#server/prepare-database.ts'
import { buildWeb } from './build-web.ts'
import { keepChild } from './child-program.ts'

/** Who can sign in where demonstration data are loaded: what the sign-in page shows as well. */
async function demonstrationLines(address: string): Promise<readonly string[]> {
  const shown = welcome.parse(await (await fetch(`${address}/api/welcome`)).json())
  if (shown.demonstrationAccounts.length === 0) return []
  return [
    `Tài khoản trình diễn, mật khẩu ${shown.demonstrationPassword}:`,
    ...shown.demonstrationAccounts.map(
      ({ account, role, agency }) => `  ${account.padEnd(6)} ${duties[role].vi} – ${agency}`,
    ),
  ]
}

await runUntilSignal(async (stopLater) => {
  const config = readConfig(process.env, path.resolve(import.meta.dirname, '..'))
  const log = openLog({ level: config.logLevel, role: 'web' })
  await refuseTakenPlace(config)
  await buildWeb(console.log)
  const database = await openDatabase(config, log)
  stopLater(database.stop)
  await prepareDatabase(database, config, console.log)
  const web = await startWeb({ config, database, log })
  stopLater(web.stop)
  stopLater(keepChild({ file: 'src/server/main-worker.ts', environment: { DATABASE_URL: database.url } }))
  console.log(`\nHệ thống báo cáo kinh tế – xã hội đang chạy tại ${config.publicUrl ?? web.address}`)
  for (const line of await demonstrationLines(web.address)) console.log(line)
  console.log('Nhấn Ctrl+C để dừng.')
})
