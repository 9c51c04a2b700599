/** Every folder of a zone is named in architecture.json, so that its place in the order is a decision. */
import type { Architecture } from '../architecture.ts'
import type { SourceFile, Violation } from '../source-tree.ts'
import { placeOf } from './place.ts'

export function folderViolations(files: readonly SourceFile[], architecture: Architecture): readonly Violation[] {
  const known: Readonly<Record<string, readonly string[]>> = {
    core: architecture.core,
    server: architecture.server,
    web: architecture.web.flat(),
  }
  const seen = new Set<string>()
  return files.flatMap(({ path }) => {
    const { zone, folder } = placeOf(path)
    const names = known[zone]
    if (!names || !folder || names.includes(folder) || seen.has(`${zone}/${folder}`)) return []
    seen.add(`${zone}/${folder}`)
    return [{ rule: 'folder', path, line: 1, says: `src/${zone}/${folder} is not in architecture.json` }]
  })
}
