/**
 * What was typed or pasted into a field that takes `most` characters. The element's own limit counts a letter and its marks
 * apart where a text comes decomposed, and would cut a Vietnamese name that fits: here it is composed first. A text
 * that fits stays as it came, so that the caret does.
 */
export function withinLength(typed: string, most: number): string {
  if (typed.length <= most) return typed
  // Half a character is none.
  return typed
    .normalize('NFC')
    .slice(0, most)
    .replace(/\p{Cs}$/u, '')
}
