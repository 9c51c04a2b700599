/**
 * Borders of the source: `node tools/check-deps.ts`.
 * Reads architecture.json and enforces who imports whom, where SQL and HTTP stand, who writes which table.
 */
import { type Architecture, readArchitecture } from './architecture.ts'
import { purityViolations } from './borders/core-purity.ts'
import { cycleViolations } from './borders/cycles.ts'
import { floatViolations } from './borders/floats.ts'
import { absentFolders, folderViolations } from './borders/folders.ts'
import { httpViolations } from './borders/http.ts'
import { importViolations } from './borders/imports.ts'
import { sqlViolations } from './borders/sql.ts'
import { runAsProgram } from './report.ts'
import { readTree, type SourceFile, type Violation } from './source-tree.ts'

export function checkDeps(files: readonly SourceFile[], architecture: Architecture): readonly Violation[] {
  return [
    ...folderViolations(files, architecture),
    ...importViolations(files, architecture),
    ...cycleViolations(files),
    ...purityViolations(files),
    ...floatViolations(files),
    ...sqlViolations(files, architecture),
    ...httpViolations(files, architecture),
  ]
}

export function checkDepsOfTree(root: string, files: readonly SourceFile[]): readonly Violation[] {
  const architecture = readArchitecture(root)
  return [...absentFolders(files, architecture), ...checkDeps(files, architecture)]
}

runAsProgram(import.meta.main, (root) => checkDepsOfTree(root, readTree(root)))
