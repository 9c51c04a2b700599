/** Runs a command of this repository as a person would, and reads what it says. */
import { type ChildProcess, spawn } from 'node:child_process'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

export const root = path.resolve(import.meta.dirname, '../..')

export interface Program {
  readonly child: ChildProcess
  /** Everything said so far, on both channels. */
  said(): string
  /** Waits until something said matches; fails when the program ends first. */
  until(pattern: RegExp): Promise<RegExpMatchArray>
  /** Exit code, 128 + signal number is not told apart from null. */
  readonly ended: Promise<number | null>
}

/** A first start builds pages and loads thirty months of figures, on a machine that runs other tests meanwhile. */
const patience = 300_000

export function runProgram(args: readonly string[], environment: Readonly<Record<string, string>>): Program {
  const inherited = Object.entries(process.env).filter(([name]) => !/^(BAOCAO_|NODE_|npm_|DATABASE_URL$)/.test(name))
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...Object.fromEntries(inherited), ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let text = ''
  const say = (chunk: Buffer) => {
    text += chunk
  }
  for (const channel of [child.stdout, child.stderr]) channel.on('data', (chunk) => say(chunk))
  const ended = new Promise<number | null>((resolve) => child.on('close', (code) => resolve(code)))
  const until = async (pattern: RegExp) => {
    for (let waited = 0; waited < patience; waited += 50) {
      const found = text.match(pattern)
      if (found) return found
      if (child.exitCode !== null || child.signalCode !== null) break
      await wait(50)
    }
    throw new Error(`never said ${pattern}, but:\n${text}`)
  }
  return { child, said: () => text, until, ended }
}
