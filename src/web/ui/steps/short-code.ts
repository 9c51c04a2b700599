/** `4F7C-91A2`: the hash of a content, short enough to read over the telephone. */
export function shortCode(hash: string): string {
  const code = hash.slice(0, 8).toUpperCase()
  return `${code.slice(0, 4)}-${code.slice(4)}`
}
