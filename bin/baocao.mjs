#!/usr/bin/env node
// npx baocao <command>: the command line of the program; `npx baocao help` lists the commands.
import { run } from './bootstrap.mjs'

await run('src/server/main-cli.ts', process.argv.slice(2))
