/**
 * What a database needs before anybody serves from it: the schema of this program, its reference data and, on a trial,
 * the demonstration.
 */
import { openDemonstrationLogins } from './identity/index.ts'
import { databaseNow } from './platform/clock.ts'
import type { Config } from './platform/config.ts'
import { openPool, type Pool } from './platform/database.ts'
import { migrate } from './platform/migrations.ts'
import type { Database } from './platform/server-database.ts'
import { StartupRefusal } from './platform/startup-refusal.ts'
import { seed } from './seed.ts'

/** The schema alone; says what it applied. */
export async function migrateSchema(database: Pick<Database, 'ownerUrl'>, say: (text: string) => void): Promise<void> {
  const applied = await migrate(database.ownerUrl, { say })
  if (applied.length > 0) say(`Đã áp dụng ${applied.length} bước di trú cơ sở dữ liệu.`)
}

/** All of it. Says what it does when it takes time. Running it again on a prepared database changes nothing. */
export async function prepareDatabase(
  database: Pick<Database, 'ownerUrl'>,
  config: Config,
  say: (text: string) => void,
): Promise<void> {
  await migrateSchema(database, say)
  const pool = openPool({ url: database.ownerUrl, size: 2, name: 'baocao-prepare' })
  try {
    if (config.isProduction) await refuseDemonstrationAccounts(pool)
    const isLoaded = await seed(pool, { now: await databaseNow(pool), demonstration: config.demo, say })
    if (isLoaded) say('Đã nạp số liệu minh họa và tài khoản trình diễn.')
  } finally {
    await pool.end()
  }
}

/** Their password is printed in the documentation. */
async function refuseDemonstrationAccounts(pool: Pool): Promise<void> {
  const logins = await openDemonstrationLogins(pool)
  if (logins.length === 0) return
  throw new StartupRefusal(
    `Cơ sở dữ liệu này còn ${logins.length} tài khoản trình diễn đang mở (${logins.slice(0, 5).join(', ')}…), ` +
      'mật khẩu của chúng ai cũng biết. Hãy dùng cơ sở dữ liệu mới, hoặc khóa từng tài khoản: npx baocao user disable <tên>.',
  )
}
