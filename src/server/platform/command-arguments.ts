/** What a command of the terminal is asked for. It is read before anything is opened: a call that is not understood does nothing. */
import { type ParseArgsOptionsConfig, parseArgs } from 'node:util'

export type Arguments = readonly string[]

/** What is wrong with a call, in a sentence. */
export interface Misread {
  readonly says: string
}

export interface CommandCall<Asked extends object> {
  /** How it is called, for people. */
  readonly usage: string
  read(args: Arguments): Asked | Misread
}

export function isMisread(read: object): read is Misread {
  return 'says' in read
}

/** Anywhere among the options; after `--` nothing is one. */
export function asksForHelp(args: Arguments): boolean {
  const plain = args.indexOf('--')
  return (plain < 0 ? args : args.slice(0, plain)).some((arg) => arg === '--help' || arg === '-h')
}

/** Strict: an option that is unknown, without its value or given twice is told, and so cannot write anything by mistake. */
export function commandArguments<const Options extends ParseArgsOptionsConfig>(args: Arguments, options: Options) {
  const says = faultIn(args, options)
  return says === undefined ? parseArgs({ args: [...args], options, allowPositionals: true }) : { says }
}

/** A command that takes nothing. */
export function plainCall(usage: string): CommandCall<object> {
  return {
    usage,
    read: (args) => {
      const given = commandArguments(args, {})
      if (isMisread(given)) return given
      const [surplus] = given.positionals
      return surplus === undefined ? {} : { says: `Thừa «${surplus}»: lệnh này không nhận gì thêm. Hãy bỏ đi.` }
    },
  }
}

function faultIn(args: Arguments, options: ParseArgsOptionsConfig): string | undefined {
  const { tokens } = parseArgs({ args: [...args], options, allowPositionals: true, strict: false, tokens: true })
  const given = new Set<string>()
  for (const token of tokens) {
    if (token.kind !== 'option') continue
    const { name, rawName, value, inlineValue } = token
    const known = Object.hasOwn(options, name) ? options[name] : undefined
    if (!known) return unknownOption(rawName, Object.keys(options))
    if (known.type === 'boolean' && value !== undefined) return `${rawName} không có giá trị. Hãy bỏ «=${value}».`
    if (known.type === 'string' && (value === undefined || (!inlineValue && /^-./.test(value))))
      return `Thiếu giá trị của ${rawName}.`
    if (given.has(name)) return `${rawName} được nêu hai lần. Hãy bỏ bớt một lần.`
    given.add(name)
  }
  return undefined
}

function unknownOption(rawName: string, known: readonly string[]): string {
  const others = known.map((name) => `--${name}`).join(', ')
  return known.length > 0
    ? `Không có tùy chọn ${rawName}. Các tùy chọn: ${others}.`
    : `Không có tùy chọn ${rawName}: lệnh này không nhận tùy chọn nào. Hãy bỏ đi.`
}
