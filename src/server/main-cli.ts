/** The cli role: `npx baocao <command>`. Each command runs to its end and says what it did. */
import path from 'node:path'
import { anchorsFile, runVerify } from './audit/index.ts'
import { runImport } from './figures/index.ts'
import { runFormula } from './formula-command/index.ts'
import { runUser } from './identity/index.ts'
import { askSecret } from './platform/ask-secret.ts'
import { type Config, describeSettings, readConfig } from './platform/config.ts'
import { openPool, type Pool } from './platform/database.ts'
import { type Log, openLog } from './platform/log.ts'
import { endWith } from './platform/run-until-signal.ts'
import { type Database, visitDatabase } from './platform/server-database.ts'
import { prepareDatabase } from './prepare-database.ts'

interface Surroundings {
  readonly config: Config
  readonly log: Log
  readonly args: readonly string[]
}

interface Command {
  readonly purpose: string
  run(surroundings: Surroundings): Promise<void>
}

const root = path.resolve(import.meta.dirname, '../..')

async function withDatabase({ config, log }: Surroundings, work: (database: Database) => Promise<void>): Promise<void> {
  const database = await visitDatabase(config, log)
  try {
    await work(database)
  } finally {
    await database.stop()
  }
}

const commands: Readonly<Record<string, Command>> = {
  migrate: {
    purpose: 'Đưa cơ sở dữ liệu lên lược đồ của phiên bản này',
    run: (surroundings) =>
      withDatabase(surroundings, async (database) => {
        await prepareDatabase(database, surroundings.config, console.log)
        console.log('Cơ sở dữ liệu đã ở lược đồ của phiên bản này.')
      }),
  },
  seed: {
    purpose: 'Nạp danh mục của tỉnh; khi chạy thử, cả số liệu và tài khoản minh họa',
    run: (surroundings) =>
      withDatabase(surroundings, async (database) => {
        await prepareDatabase(database, surroundings.config, console.log)
        console.log('Danh mục đã có đủ.')
      }),
  },
  user: {
    purpose: 'Tạo tài khoản, đổi mật khẩu, khóa tài khoản',
    run: (surroundings) =>
      withPool(surroundings, (pool) => runUser(pool, surroundings.args, { say: console.log, askSecret })),
  },
  import: {
    purpose: 'Nạp số liệu từ tệp CSV của một cơ quan; --dry-run để xem trước',
    run: (surroundings) => withPool(surroundings, (pool) => runImport(pool, surroundings.args, console.log)),
  },
  verify: {
    purpose: 'Soát toàn bộ nhật ký, ô, bước đi và số liệu; báo bản ghi sai đầu tiên',
    run: (surroundings) =>
      withPool(surroundings, (pool) => runVerify(pool, anchorsFile(surroundings.config.dataFolder), console.log)),
  },
  formula: {
    purpose: 'Tính một công thức từ tệp số liệu CSV, không cần cơ sở dữ liệu',
    run: async ({ args }) => {
      process.exitCode = runFormula(args, { say: console.log, complain: console.error })
    },
  },
  settings: {
    purpose: 'Liệt kê các biến môi trường và giá trị đang dùng',
    run: async () => console.log(describeSettings(process.env).join('\n')),
  },
}

async function withPool(surroundings: Surroundings, work: (pool: Pool) => Promise<boolean>): Promise<void> {
  await withDatabase(surroundings, async ({ url, role }) => {
    const pool = openPool({ url, size: 2, name: 'baocao-cli', ...(role && { role }) })
    const isGood = await work(pool).finally(() => pool.end())
    if (!isGood) process.exitCode = 1
  })
}

function help(): string {
  const lines = Object.entries(commands).map(([name, { purpose }]) => `  ${name.padEnd(12)} ${purpose}`)
  return ['Cách dùng: npx baocao <lệnh>', ...lines].join('\n')
}

async function main([name = 'help', ...args]: readonly string[]): Promise<void> {
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!command) {
    console.log(help())
    if (name !== 'help') process.exitCode = 2
    return
  }
  const config = readConfig(process.env, root)
  await command.run({ config, log: openLog({ level: config.logLevel, role: 'cli' }), args })
}

await main(process.argv.slice(2)).catch(endWith)
