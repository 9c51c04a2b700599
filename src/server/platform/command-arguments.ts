import { type ParseArgsOptionsConfig, parseArgs } from 'node:util'

/** Undefined for what is spelt otherwise, too: an option that is not understood must not write anything. */
export function commandArguments<const Options extends ParseArgsOptionsConfig>(
  args: readonly string[],
  options: Options,
) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true })
  } catch {
    return undefined
  }
}
