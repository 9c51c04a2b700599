/** The web program on the database of DATABASE_URL, telling its parent where it listens. */
import { startWeb } from '#server/main-web.ts'
import { readConfig } from '#server/platform/config.ts'
import { openLog } from '#server/platform/log.ts'

const config = readConfig(process.env, process.cwd())
const url = config.databaseUrl ?? ''
const web = await startWeb({
  config,
  database: { url, role: undefined },
  log: openLog({ level: 'error', role: 'web' }),
})
process.on('disconnect', () => process.exit(0))
process.send?.(web.address)
