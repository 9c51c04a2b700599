/** Every folder of a zone is named in architecture.json, so that its place in the order is a decision. */
import type { Architecture } from '../architecture.ts'
import type { SourceFile, Violation } from '../source-tree.ts'
import { placeOf } from './place.ts'

type FolderNames = Readonly<Record<string, readonly string[]>>

function listed({ core, server, web }: Architecture): FolderNames {
  return { core, server, web: web.flat() }
}

export function folderViolations(files: readonly SourceFile[], architecture: Architecture): readonly Violation[] {
  const known = listed(architecture)
  const seen = new Set<string>()
  return files.flatMap(({ path }) => {
    const { zone, folder } = placeOf(path)
    const names = known[zone]
    if (!names || !folder || names.includes(folder) || seen.has(`${zone}/${folder}`)) return []
    seen.add(`${zone}/${folder}`)
    return [{ rule: 'folder', path, line: 1, says: `src/${zone}/${folder} is not in architecture.json` }]
  })
}

/** Folders that architecture.json lists and nobody has: the list tells what is there. */
export function absentFolders(files: readonly SourceFile[], architecture: Architecture): readonly Violation[] {
  const present = new Set(files.map(({ path }) => path.split('/').slice(0, 3).join('/')))
  return Object.entries(listed(architecture)).flatMap(([zone, names]) =>
    names
      .filter((name) => !present.has(`src/${zone}/${name}`))
      .map((name) => ({ rule: 'folder', path: 'architecture.json', line: 1, says: `no files in src/${zone}/${name}` })),
  )
}
