/** Where a file stands: its zone, and the folder of its zone it belongs to. */
export type Zone = 'core' | 'contract' | 'server' | 'web' | 'test' | 'outside'

export interface Place {
  readonly zone: Zone
  /** Core module or slice; undefined for a file directly in its zone's folder. */
  readonly folder: string | undefined
  readonly fileName: string
}

export function placeOf(path: string): Place {
  const parts = path.split('/')
  const fileName = parts.at(-1) ?? path
  if (parts[0] === 'test') return { zone: 'test', folder: undefined, fileName }
  const zone = parts[0] === 'src' ? zoneNamed(parts[1]) : undefined
  if (!zone) return { zone: 'outside', folder: undefined, fileName }
  return { zone, folder: parts.length > 3 ? parts[2] : undefined, fileName }
}

function zoneNamed(name: string | undefined): Zone | undefined {
  switch (name) {
    case 'core':
    case 'contract':
    case 'server':
    case 'web':
      return name
    default:
      return undefined
  }
}
