import { createHash } from 'node:crypto'

/** The same text for what is the same, spelled alike. */
export function digest(of: unknown): string {
  return createHash('sha256').update(JSON.stringify(of)).digest('base64url')
}
