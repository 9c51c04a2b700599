/** A program of this repository run as a child: started again when it dies, stopped with us, and gone when we are killed. */
import { fork } from 'node:child_process'
import path from 'node:path'

export interface ChildOptions {
  readonly file: string
  readonly environment: Readonly<Record<string, string>>
  readonly nodeOptions?: readonly string[]
}

const root = path.resolve(import.meta.dirname, '..')
const pause = 2_000
/** A program that said why it cannot start would only say it again. */
const refusedToStart = 2

/** Returns how to stop it. The channel to the child closes when this process ends in any way; the child then stops. */
export function keepChild({ file, environment, nodeOptions = [] }: ChildOptions): () => Promise<void> {
  let isStopping = false
  let restart: NodeJS.Timeout | undefined
  const start = () => {
    const started = fork(path.join(root, file), {
      env: { ...process.env, ...environment },
      execArgv: [...nodeOptions],
      detached: true,
    })
    started.on('exit', (code) => {
      if (isStopping) return
      if (code === refusedToStart) {
        console.error(`Tiến trình ${file} từ chối khởi động; hãy sửa điều nó nói ở trên rồi chạy lại.`)
        return
      }
      console.error(`Tiến trình ${file} dừng bất thường (mã ${code}), đang khởi động lại.`)
      restart = setTimeout(() => {
        child = start()
      }, pause)
    })
    return started
  }
  let child = start()
  return () =>
    new Promise((resolve) => {
      isStopping = true
      clearTimeout(restart)
      if (child.exitCode !== null || child.signalCode !== null) return resolve()
      child.once('exit', () => resolve())
      child.kill('SIGTERM')
    })
}
