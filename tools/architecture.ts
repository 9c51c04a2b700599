/** Reads architecture.json: the order of core modules and server slices, the layers of the web, the owner of each table. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

export interface Architecture {
  /** Import order: a module imports only earlier ones. */
  readonly core: readonly string[]
  /** Import order: a slice imports only earlier ones. The first is `platform`, which knows no domain word. */
  readonly server: readonly string[]
  /** Layers: a folder imports folders of earlier layers; those of one layer stay apart. */
  readonly web: readonly (readonly string[])[]
  /** Table → the one slice that writes it. */
  readonly tables: Readonly<Record<string, string>>
}

export function readArchitecture(root: string): Architecture {
  return JSON.parse(readFileSync(join(root, 'architecture.json'), 'utf8')) as Architecture
}
