/**
 * `npm run dev`: the same system while it is being changed. Pages reload through Vite on PORT, web and worker restart
 * when a server file changes, a new migration is applied as soon as its file is saved.
 */
import { watch } from 'node:fs'
import path from 'node:path'
import { createServer } from 'vite'
import { type Config, readConfig } from '#server/platform/config.ts'
import { openLog } from '#server/platform/log.ts'
import { migrationsFolder } from '#server/platform/migrations.ts'
import { runUntilSignal } from '#server/platform/run-until-signal.ts'
import { type Database, openDatabase } from '#server/platform/server-database.ts'
import { prepareDatabase } from '#server/prepare-database.ts'
import { keepChild } from './child-program.ts'

const root = path.resolve(import.meta.dirname, '..')
/** What the server answers; everything else is Vite's. */
const served = '^/(api|health|metrics|openapi)'

function migrateOnChange(database: Database, config: Config): () => Promise<void> {
  let pending: NodeJS.Timeout | undefined
  const apply = () =>
    prepareDatabase(database, config, console.log).catch((error: Error) => console.error(error.message))
  const watcher = watch(migrationsFolder, () => {
    clearTimeout(pending)
    pending = setTimeout(apply, 300)
  })
  return async () => watcher.close()
}

async function startPages(config: Config, apiPort: number): Promise<() => Promise<void>> {
  const vite = await createServer({
    configFile: path.join(root, 'vite.config.ts'),
    server: {
      port: config.port,
      strictPort: true,
      host: config.host,
      proxy: { [served]: { target: `http://localhost:${apiPort}`, changeOrigin: false } },
    },
  })
  await vite.listen()
  return () => vite.close()
}

await runUntilSignal(async (stopLater) => {
  const config = readConfig(process.env, root)
  const database = await openDatabase(config, openLog({ level: config.logLevel, role: 'dev' }))
  stopLater(database.stop)
  await prepareDatabase(database, config, console.log)
  stopLater(migrateOnChange(database, config))
  const apiPort = config.port + 1
  const environment = { DATABASE_URL: database.url, PORT: String(apiPort), HOST: 'localhost' }
  for (const file of ['src/server/main-web.ts', 'src/server/main-worker.ts']) {
    stopLater(keepChild({ file, environment, nodeOptions: ['--watch', '--watch-preserve-output'] }))
  }
  stopLater(await startPages(config, apiPort))
  console.log(`\nBản phát triển đang chạy tại http://localhost:${config.port} (máy chủ API ở cổng ${apiPort}).`)
})
