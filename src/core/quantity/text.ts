/**
 * Text at the edge: one composition of Vietnamese letters (NFC) for storing, one folded form for searching («ben tre»
 * finds «Bến Tre», «duong» finds «đường»), and the marks that can make a text look other than it is.
 */

/** NFC, without blanks (NBSP and BOM included) at the ends. For every text taken from a user or a file. */
export function normalizeText(text: string): string {
  return text.normalize('NFC').trim()
}

/** For search and for finding look-alikes: lower case, no marks, đ → d, invisible characters dropped, blanks single. */
export function foldText(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{Mn}\p{Cf}]/gu, '')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .replaceAll('đ', 'd')
    .replace(/\s+/gu, ' ')
    .trim()
}

const controlOrBidi = /(?![\t\n\r])[\p{Cc}\p{Cs}\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/u

/**
 * Control characters (tab and line ends apart), marks that turn the writing direction, and halves of characters, which are
 * not kept as they are: to be refused or shown escaped.
 */
export function hasControlOrBidi(text: string): boolean {
  return controlOrBidi.test(text)
}

/** Order of codes and keys: by code units, the same on every machine. Names that people read are sorted by the locale instead. */
export function inCodeOrder(left: string, right: string): -1 | 0 | 1 {
  return left < right ? -1 : left > right ? 1 : 0
}
