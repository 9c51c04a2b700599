/**
 * Every setting of the program, in one typed place. A wrong value, or a variable that looks like ours and is not,
 * stops the start with a sentence that names it: a mistyped setting that silently does nothing is worse than none.
 * In production (NODE_ENV=production) what is convenient for a trial is refused.
 */
import path from 'node:path'
import { address, oneOf, type Setting, text, wholeNumber, yesOrNo } from './setting.ts'
import { StartupRefusal } from './startup-refusal.ts'

const settings = {
  mode: oneOf(['production', 'development', 'test'], 'NODE_ENV', 'Chế độ chạy', 'development'),
  port: wholeNumber(0, 65535, 'PORT', 'Cổng của trang web', 8080),
  host: text('HOST', 'Địa chỉ lắng nghe; 0.0.0.0 để máy khác trong mạng truy cập được', 'localhost'),
  dataFolder: text('BAOCAO_DATA_DIR', 'Thư mục dữ liệu: cơ sở dữ liệu kèm theo và tệp đính kèm', 'data'),
  databaseUrl: address(
    ['postgres', 'postgresql'],
    true,
    'DATABASE_URL',
    'Máy chủ PostgreSQL 15–18 thay cho cơ sở dữ liệu kèm theo',
    undefined,
  ),
  ownerDatabaseUrl: address(
    ['postgres', 'postgresql'],
    true,
    'BAOCAO_OWNER_DATABASE_URL',
    'Kết nối của vai trò được sửa lược đồ (mặc định là DATABASE_URL)',
    undefined,
  ),
  allowUnsafeDatabase: yesOrNo(
    'BAOCAO_ALLOW_UNSAFE_DATABASE',
    'Chấp nhận máy chủ PostgreSQL tắt fsync, checksum… (có thể mất dữ liệu)',
    false,
  ),
  poolSize: wholeNumber(2, 200, 'BAOCAO_POOL_SIZE', 'Số kết nối cơ sở dữ liệu của mỗi tiến trình', 12),
  jobConcurrency: wholeNumber(1, 50, 'BAOCAO_JOB_CONCURRENCY', 'Số việc nền chạy cùng lúc của mỗi tiến trình', 4),
  publicUrl: address(['http', 'https'], false, 'BAOCAO_PUBLIC_URL', 'Địa chỉ người dùng gõ vào trình duyệt', undefined),
  allowHttp: yesOrNo('BAOCAO_ALLOW_HTTP', 'Cho phép vận hành chính thức không có https', false),
  trustProxy: yesOrNo(
    'BAOCAO_TRUST_PROXY',
    'Địa chỉ người dùng lấy từ X-Forwarded-For của máy chủ chuyển tiếp đứng trước',
    false,
  ),
  demo: yesOrNo('BAOCAO_DEMO', 'Nạp dữ liệu và tài khoản trình diễn', undefined),
  supportName: text('BAOCAO_SUPPORT_NAME', 'Nơi hỗ trợ người dùng, ghi ở trang đăng nhập', undefined),
  supportPhone: text('BAOCAO_SUPPORT_PHONE', 'Điện thoại của nơi hỗ trợ người dùng', undefined),
  sessionIdleMinutes: wholeNumber(
    1,
    1440,
    'BAOCAO_SESSION_IDLE_MINUTES',
    'Hết phiên sau bao nhiêu phút không dùng',
    30,
  ),
  sessionHours: wholeNumber(1, 168, 'BAOCAO_SESSION_HOURS', 'Hết phiên sau bao nhiêu giờ kể từ lúc đăng nhập', 12),
  logLevel: oneOf(
    ['trace', 'debug', 'info', 'warn', 'error', 'silent', 'default'],
    'BAOCAO_LOG_LEVEL',
    'Mức nhật ký (mặc định: info khi vận hành, warn khi thử)',
    'default',
  ),
} satisfies Record<string, Setting<unknown>>

type Raw = {
  readonly [K in keyof typeof settings]: (typeof settings)[K] extends Setting<infer Value> ? Value : never
}

export interface Config extends Omit<Raw, 'demo' | 'mode' | 'logLevel'> {
  readonly isProduction: boolean
  readonly demo: boolean
  readonly logLevel: Exclude<Raw['logLevel'], 'default'>
}

export type Environment = Readonly<Record<string, string | undefined>>

/** Read by the tests and tools, not by the program. */
const foreign = new Set(['BAOCAO_TEST_DATABASE_URL'])

function unknownVariables(environment: Environment): readonly string[] {
  const known = new Set(Object.values(settings).map((one) => one.variable))
  return Object.keys(environment)
    .filter((name) => name.startsWith('BAOCAO_') && !known.has(name) && !foreign.has(name))
    .map(
      (name) =>
        `Biến môi trường ${name} không có trong chương trình. Các biến có thể đặt: ${[...known].sort().join(', ')}.`,
    )
}

function readAll(environment: Environment): { raw: Raw; problems: readonly string[] } {
  const problems: string[] = []
  const entries = Object.entries(settings).map(([key, setting]) => {
    const given = environment[setting.variable]
    if (given === undefined || given === '') return [key, setting.whenAbsent]
    const reading = setting.read(given)
    if (reading.ok) return [key, reading.value]
    const shown = setting.isSecret ? '(không hiện)' : `«${given}»`
    problems.push(`Biến môi trường ${setting.variable} có giá trị ${shown}, cần ${reading.allowed}.`)
    return [key, setting.whenAbsent]
  })
  return { raw: Object.fromEntries(entries) as Raw, problems }
}

/** Passwords that examples use and attackers try first. */
const wellKnown = new Set(['postgres', 'password', 'admin', 'baocao', 'changeme', 'secret', '123456', '12345678'])

function hasWellKnownPassword(url: string | undefined): boolean {
  return url !== undefined && wellKnown.has(decodeURIComponent(new URL(url).password).toLowerCase())
}

/** What is fine for a trial and not for real reports. */
function productionProblems(raw: Raw): readonly string[] {
  const problems: string[] = []
  if (raw.demo)
    problems.push('BAOCAO_DEMO=1 không dùng được khi vận hành chính thức: tài khoản trình diễn có mật khẩu công khai.')
  if (!raw.allowHttp && !raw.publicUrl?.startsWith('https://')) {
    problems.push(
      'Vận hành chính thức cần BAOCAO_PUBLIC_URL bắt đầu bằng https://. ' +
        'Nếu mạng nội bộ chưa có https, đặt BAOCAO_ALLOW_HTTP=1 và chấp nhận rủi ro.',
    )
  }
  if (hasWellKnownPassword(raw.databaseUrl) || hasWellKnownPassword(raw.ownerDatabaseUrl)) {
    problems.push(
      'Mật khẩu trong DATABASE_URL hoặc BAOCAO_OWNER_DATABASE_URL là mật khẩu mặc định ai cũng biết. Hãy đổi mật khẩu.',
    )
  }
  return problems
}

function supportProblems({ supportName, supportPhone }: Raw): readonly string[] {
  return supportPhone === undefined || supportName !== undefined
    ? []
    : ['BAOCAO_SUPPORT_PHONE là điện thoại của ai thì hãy ghi ở BAOCAO_SUPPORT_NAME.']
}

/** Everything wrong is said at once. `base` is the folder that a relative data folder starts from. */
export function readConfig(environment: Environment, base: string): Config {
  const { raw, problems } = readAll(environment)
  const { mode, demo, logLevel, ...rest } = raw
  const isProduction = mode === 'production'
  const all = [
    ...unknownVariables(environment),
    ...problems,
    ...supportProblems(raw),
    ...(isProduction ? productionProblems(raw) : []),
  ]
  if (all.length > 0) throw new StartupRefusal(all.join('\n'))
  return {
    ...rest,
    dataFolder: path.resolve(base, raw.dataFolder),
    isProduction,
    demo: demo ?? !isProduction,
    logLevel: logLevel === 'default' ? (isProduction ? 'info' : 'warn') : logLevel,
  }
}

/** Every variable with its purpose and what holds now, for `npx baocao settings`; secrets are not shown. */
export function describeSettings(environment: Environment): readonly string[] {
  return Object.values(settings).map(({ variable, purpose, isSecret, whenAbsent }) => {
    const given = environment[variable]
    const shown = given ? (isSecret ? '(đã đặt)' : given) : `${whenAbsent ?? '(không đặt)'}`
    return `${variable.padEnd(30)} ${shown.padEnd(16)} ${purpose}`
  })
}
