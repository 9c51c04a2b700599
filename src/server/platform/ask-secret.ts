/** Reads one line from the terminal without showing it; from a pipe, its first line. */
import { createInterface } from 'node:readline'
import { Writable } from 'node:stream'

export function askSecret(prompt: string): Promise<string> {
  const isTerminal = process.stdin.isTTY === true
  if (isTerminal) process.stdout.write(prompt)
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() })
  const reader = createInterface({ input: process.stdin, output: silent, terminal: isTerminal })
  return new Promise((resolve) => {
    let answer = ''
    reader.once('line', (line) => {
      answer = line
      reader.close()
    })
    reader.once('close', () => {
      if (isTerminal) process.stdout.write('\n')
      resolve(answer)
    })
  })
}
