/** What a database needs before anybody serves from it: the schema of this program. */
import type { Config } from './platform/config.ts'
import { migrate } from './platform/migrations.ts'
import type { Database } from './platform/server-database.ts'

/** Says what it does when it takes time. Running it again on a prepared database changes nothing. */
export async function prepareDatabase(
  database: Pick<Database, 'ownerUrl'>,
  _config: Config,
  say: (text: string) => void,
): Promise<void> {
  const applied = await migrate(database.ownerUrl)
  if (applied.length > 0) say(`Đã áp dụng ${applied.length} bước di trú cơ sở dữ liệu.`)
}
