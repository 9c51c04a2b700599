/** Shared ending of the command-line checks: prints what was found and sets the exit code. */
import type { Violation } from './source-tree.ts'

export function printable(violations: readonly Violation[]): string {
  return violations.map(({ rule, path, line, says }) => `${path}:${line}  ${says}  [${rule}]`).join('\n')
}

/** Runs a check when its file was started as a program, not when it was imported. */
export function runAsProgram(isMain: boolean, check: (root: string) => readonly Violation[]): void {
  if (!isMain) return
  const violations = check(process.cwd())
  if (violations.length > 0) console.error(printable(violations))
  process.exitCode = violations.length > 0 ? 1 : 0
}
