/**
 * The cli role: `npx baocao <command>`. Each command runs to its end and says what it did. What a command alone needs is
 * loaded when it is called, and settings are read by those that use them: a formula over files needs neither a database
 * nor a single setting.
 */
import path from 'node:path'
import { type Arguments, asksForHelp, type CommandCall, isMisread, plainCall } from './platform/command-arguments.ts'
import { type Config, describeSettings, readConfig } from './platform/config.ts'
import type { Pool } from './platform/database.ts'
import { type Log, openLog } from './platform/log.ts'
import { endWith } from './platform/run-until-signal.ts'
import type { Database } from './platform/server-database.ts'

interface Surroundings {
  readonly config: Config
  readonly log: Log
}

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

/** Says how the command is called, or what is wrong with the call, and does nothing; else does the work. */
async function asCalled<Asked extends object>(
  args: Arguments,
  { usage, read }: CommandCall<Asked>,
  work: (asked: Asked) => Promise<void>,
): Promise<void> {
  if (asksForHelp(args)) {
    console.log(usage)
    return
  }
  const asked = read(args)
  if (!isMisread(asked)) return work(asked)
  console.error(`${asked.says}\n${usage}`)
  process.exitCode = 2
}

/** A command that takes nothing. */
function plain(name: string, purpose: string, work: () => Promise<void>): Command {
  const call = plainCall(`Cách dùng:\n  npx baocao ${name}\n${purpose}. Lệnh này không nhận tùy chọn nào.`)
  return { purpose, run: (args) => asCalled(args, call, work) }
}

const commands: Readonly<Record<string, Command>> = {
  migrate: plain('migrate', 'Đưa cơ sở dữ liệu lên lược đồ của phiên bản này, không nạp gì vào', async () => {
    const { migrateSchema } = await import('./prepare-database.ts')
    await withDatabase(surroundings(), (database) => migrateSchema(database, console.log))
    console.log('Cơ sở dữ liệu đã ở lược đồ của phiên bản này.')
  }),
  seed: plain('seed', 'Như migrate, rồi nạp danh mục của tỉnh; khi chạy thử, cả số liệu minh họa', async () => {
    const around = surroundings()
    const { prepareDatabase } = await import('./prepare-database.ts')
    await withDatabase(around, (database) => prepareDatabase(database, around.config, console.log))
    console.log('Danh mục đã có đủ.')
  }),
  user: {
    purpose: 'Tạo tài khoản, đổi mật khẩu, khóa tài khoản',
    run: async (args) => {
      const [{ runUser, userCall }, { askSecret }] = await Promise.all([
        import('./identity/index.ts'),
        import('./platform/ask-secret.ts'),
      ])
      await asCalled(args, userCall, (asked) =>
        withPool((pool) => runUser(pool, asked, { say: console.log, askSecret })),
      )
    },
  },
  import: {
    purpose: 'Nạp số liệu từ tệp CSV của một cơ quan; --dry-run để xem trước',
    run: async (args) => {
      const { importCall, runImport } = await import('./figures/index.ts')
      await asCalled(args, importCall, (asked) => withPool((pool) => runImport(pool, asked, console.log)))
    },
  },
  release: {
    purpose: 'Đặt, dời, bỏ giờ công bố của một số liệu; không kèm gì thì liệt kê các giờ sắp tới',
    run: async (args) => {
      const { releaseCall, runRelease } = await import('./figures/index.ts')
      await asCalled(args, releaseCall, (asked) => withPool((pool) => runRelease(pool, asked, console.log)))
    },
  },
  verify: plain('verify', 'Soát toàn bộ nhật ký, ô, bước đi và số liệu; báo bản ghi sai đầu tiên', async () => {
    const { anchorsFile, runVerify } = await import('./audit/index.ts')
    await withPool((pool, config) => runVerify(pool, anchorsFile(config.dataFolder), console.log))
  }),
  formula: {
    purpose: 'Tính một công thức từ tệp số liệu CSV, không cần cơ sở dữ liệu',
    run: async (args) => {
      const { runFormula } = await import('./formula-command/index.ts')
      process.exitCode = runFormula(args, { say: console.log, complain: console.error })
    },
  },
  settings: plain('settings', 'Liệt kê các biến môi trường và giá trị đang dùng', async () => {
    console.log(describeSettings(process.env).join('\n'))
  }),
}

async function withPool(work: (pool: Pool, config: Config) => Promise<boolean>): Promise<void> {
  const around = surroundings()
  const { openPool } = await import('./platform/database.ts')
  await withDatabase(around, async ({ url, role }) => {
    const pool = openPool({ url, size: 2, name: 'baocao-cli', ...(role && { role }) })
    const isGood = await work(pool, around.config).finally(() => pool.end())
    if (!isGood) process.exitCode = 1
  })
}

function list(): string {
  const lines = Object.entries(commands).map(([name, { purpose }]) => `  ${name.padEnd(12)} ${purpose}`)
  return ['Cách dùng: npx baocao <lệnh>', ...lines, 'Cách gọi từng lệnh: npx baocao <lệnh> --help'].join('\n')
}

async function main(args: Arguments): Promise<void> {
  const [name, ...rest] = args
  if (name === undefined || name === 'help' || asksForHelp([name])) return help(rest)
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (command) return command.run(rest)
  console.error(`Không có lệnh «${name}».\n${list()}`)
  process.exitCode = 2
}

/** Of the command that is named, else the list of all. */
async function help(args: Arguments): Promise<void> {
  const [about] = args.filter((arg) => arg !== 'help' && !asksForHelp([arg]))
  if (about !== undefined) return main([about, '--help'])
  console.log(list())
}

await main(process.argv.slice(2)).catch(endWith)
