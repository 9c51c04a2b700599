/**
 * The cli role: `npx baocao <command>`. Each command runs to its end and says what it did. What a command alone needs is
 * loaded when it is called, and settings are read by those that use them: a formula over files needs neither a database
 * nor a single setting.
 */
import path from 'node:path'
import { type Config, describeSettings, readConfig } from './platform/config.ts'
import type { Pool } from './platform/database.ts'
import { type Log, openLog } from './platform/log.ts'
import { endWith } from './platform/run-until-signal.ts'
import type { Database } from './platform/server-database.ts'

interface Surroundings {
  readonly config: Config
  readonly log: Log
}

type Arguments = readonly string[]

interface Command {
  readonly purpose: string
  run(args: Arguments): Promise<void>
}

const root = path.resolve(import.meta.dirname, '../..')

function surroundings(): Surroundings {
  const config = readConfig(process.env, root)
  return { config, log: openLog({ level: config.logLevel, role: 'cli' }) }
}

async function withDatabase({ config, log }: Surroundings, work: (database: Database) => Promise<void>): Promise<void> {
  const { visitDatabase } = await import('./platform/server-database.ts')
  const database = await visitDatabase(config, log)
  try {
    await work(database)
  } finally {
    await database.stop()
  }
}

async function prepared(says: string): Promise<void> {
  const around = surroundings()
  const { prepareDatabase } = await import('./prepare-database.ts')
  await withDatabase(around, (database) => prepareDatabase(database, around.config, console.log))
  console.log(says)
}

const commands: Readonly<Record<string, Command>> = {
  migrate: {
    purpose: 'Đưa cơ sở dữ liệu lên lược đồ của phiên bản này',
    run: () => prepared('Cơ sở dữ liệu đã ở lược đồ của phiên bản này.'),
  },
  seed: {
    purpose: 'Nạp danh mục của tỉnh; khi chạy thử, cả số liệu và tài khoản minh họa',
    run: () => prepared('Danh mục đã có đủ.'),
  },
  user: {
    purpose: 'Tạo tài khoản, đổi mật khẩu, khóa tài khoản',
    run: async (args) => {
      const [{ runUser }, { askSecret }] = await Promise.all([
        import('./identity/index.ts'),
        import('./platform/ask-secret.ts'),
      ])
      await withPool(surroundings(), (pool) => runUser(pool, args, { say: console.log, askSecret }))
    },
  },
  import: {
    purpose: 'Nạp số liệu từ tệp CSV của một cơ quan; --dry-run để xem trước',
    run: async (args) => {
      const { runImport } = await import('./figures/index.ts')
      await withPool(surroundings(), (pool) => runImport(pool, args, console.log))
    },
  },
  release: {
    purpose: 'Đặt, dời, bỏ giờ công bố của một số liệu; không kèm gì thì liệt kê các giờ sắp tới',
    run: async (args) => {
      const { runRelease } = await import('./figures/index.ts')
      await withPool(surroundings(), (pool) => runRelease(pool, args, console.log))
    },
  },
  verify: {
    purpose: 'Soát toàn bộ nhật ký, ô, bước đi và số liệu; báo bản ghi sai đầu tiên',
    run: async () => {
      const around = surroundings()
      const { anchorsFile, runVerify } = await import('./audit/index.ts')
      await withPool(around, (pool) => runVerify(pool, anchorsFile(around.config.dataFolder), console.log))
    },
  },
  formula: {
    purpose: 'Tính một công thức từ tệp số liệu CSV, không cần cơ sở dữ liệu',
    run: async (args) => {
      const { runFormula } = await import('./formula-command/index.ts')
      process.exitCode = runFormula(args, { say: console.log, complain: console.error })
    },
  },
  settings: {
    purpose: 'Liệt kê các biến môi trường và giá trị đang dùng',
    run: async () => console.log(describeSettings(process.env).join('\n')),
  },
}

async function withPool(around: Surroundings, work: (pool: Pool) => Promise<boolean>): Promise<void> {
  const { openPool } = await import('./platform/database.ts')
  await withDatabase(around, async ({ url, role }) => {
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
  await command.run(args)
}

await main(process.argv.slice(2)).catch(endWith)
