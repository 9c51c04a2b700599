// node bin/run.mjs <file.ts> [arguments]: installs what is missing, then runs the file with a Node that can.
import { run } from './bootstrap.mjs'

const [file, ...args] = process.argv.slice(2)
await run(file, args)
