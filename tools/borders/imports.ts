/**
 * Who may import whom: zones, the order of core modules, the order and front doors of server slices,
 * the layers of the web. Type imports count. Test files keep to their zone but may look inside it.
 */
import type { Architecture } from '../architecture.ts'
import type { ImportLine, SourceFile, Violation } from '../source-tree.ts'
import { type Place, placeOf, type Zone } from './place.ts'

interface Edge {
  readonly file: SourceFile
  readonly from: Place
  readonly line: ImportLine
  readonly to: Place | undefined
}

type Verdict = { readonly rule: string; readonly says: string } | undefined

const mayImport: Readonly<Record<Zone, readonly Zone[]>> = {
  core: ['core'],
  contract: ['contract', 'core'],
  server: ['server', 'contract', 'core'],
  web: ['web', 'contract', 'core'],
  test: ['test', 'server', 'web', 'contract', 'core', 'outside'],
  outside: ['outside', 'test', 'server', 'web', 'contract', 'core'],
}

export function importViolations(files: readonly SourceFile[], architecture: Architecture): readonly Violation[] {
  const rules = [zoneRule, testRule, packageRule, coreOrderRule, sliceRule, webRule]
  return files.flatMap((file) =>
    file.imports.flatMap((line) => {
      const edge: Edge = { file, from: placeOf(file.path), line, to: line.target ? placeOf(line.target) : undefined }
      return rules.flatMap((rule) => {
        const verdict = rule(edge, architecture)
        return verdict ? [{ ...verdict, path: file.path, line: line.line }] : []
      })
    }),
  )
}

function zoneRule({ file, from, to, line }: Edge): Verdict {
  if (!to || to.zone === 'test' || mayImport[from.zone].includes(to.zone)) return undefined
  if (file.isTest && from.zone === 'test') return undefined
  return { rule: 'zone', says: `${from.zone} does not import ${to.zone} (${line.specifier})` }
}

function testRule({ file, to, line }: Edge): Verdict {
  if (file.isTest) return undefined
  const isTestTarget = to?.zone === 'test' || /\.test\.tsx?$/.test(line.specifier)
  return isTestTarget ? { rule: 'test-only', says: `only tests import ${line.specifier}` } : undefined
}

function packageRule({ file, from, to, line }: Edge): Verdict {
  if (to || file.isTest) return undefined
  const name = line.specifier
  const refuse = (allowed: string): Verdict => ({
    rule: 'package',
    says: `${from.zone} imports ${allowed}, not ${name}`,
  })
  if (from.zone === 'core') {
    if (name === 'decimal.js') return from.folder === 'quantity' ? undefined : refuse('decimal.js in quantity only')
    return refuse('no package')
  }
  if (name === 'decimal.js') return refuse('exact numbers through core/quantity')
  if (from.zone === 'contract') return name === 'zod' ? undefined : refuse('core and zod only')
  if (from.zone === 'web' && name.startsWith('node:')) return refuse('what a browser has')
  return undefined
}

function coreOrderRule({ file, from, to, line }: Edge, { core }: Architecture): Verdict {
  if (from.zone !== 'core' || to?.zone !== 'core' || file.isTest) return undefined
  const verdict = orderVerdict(core, from.folder, to.folder)
  return verdict ? { rule: 'core-order', says: `${verdict} (${line.specifier})` } : undefined
}

function sliceRule({ file, from, to, line }: Edge, { server }: Architecture): Verdict {
  if (from.zone !== 'server' || to?.zone !== 'server' || file.isTest) return undefined
  if (to.folder === undefined && from.folder !== undefined)
    return { rule: 'composition', says: `nothing imports the composition (${line.specifier})` }
  if (from.folder === undefined || from.folder === to.folder) return undefined
  const verdict = orderVerdict(server, from.folder, to.folder)
  if (verdict) return { rule: 'slice-order', says: `${verdict} (${line.specifier})` }
  if (to.folder === server[0] || to.fileName === 'index.ts') return undefined
  return { rule: 'front-door', says: `${to.folder} is entered through its index.ts, not ${line.specifier}` }
}

function webRule({ file, from, to, line }: Edge, { web }: Architecture): Verdict {
  if (from.zone !== 'web' || to?.zone !== 'web' || file.isTest) return undefined
  if (from.folder === to.folder || from.folder === undefined || to.folder === undefined) return undefined
  const layerOf = (folder: string): number => web.findIndex((layer) => layer.includes(folder))
  const refuse = (says: string): Verdict => ({ rule: 'web-layers', says: `${says} (${line.specifier})` })
  if (layerOf(from.folder) === -1) return refuse(`${from.folder} is not in architecture.json`)
  if (layerOf(to.folder) === -1) return refuse(`${to.folder} is not in architecture.json`)
  if (layerOf(to.folder) < layerOf(from.folder)) return undefined
  return refuse(`${from.folder} does not import ${to.folder}: platform ← ui ← slices ← app, and slices stay apart`)
}

/** What is wrong with `from` importing `to` in a list where only earlier ones may be imported. */
function orderVerdict(order: readonly string[], from: string | undefined, to: string | undefined): string | undefined {
  for (const name of [from, to])
    if (name === undefined || !order.includes(name)) return `${name ?? 'a loose file'} is not in architecture.json`
  if (from === undefined || to === undefined || order.indexOf(to) <= order.indexOf(from)) return undefined
  return `${from} comes before ${to} and does not import it`
}
