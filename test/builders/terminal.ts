/** A command as a person calls it: one that is called wrongly is told so and does nothing. */
import { type Arguments, type CommandCall, isMisread } from '#server/platform/command-arguments.ts'

type Say = (line: string) => void

export interface Answered {
  readonly isGood: boolean
  readonly said: string
}

export async function atTerminal<Asked extends object>(
  call: CommandCall<Asked>,
  args: Arguments,
  run: (asked: Asked, say: Say) => Promise<boolean>,
): Promise<Answered> {
  const asked = call.read(args)
  if (isMisread(asked)) return { isGood: false, said: `${asked.says}\n${call.usage}` }
  const said: string[] = []
  const isGood = await run(asked, (line) => said.push(line))
  return { isGood, said: said.join('\n') }
}
