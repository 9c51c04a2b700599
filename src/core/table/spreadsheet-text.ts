/**
 * Text on its way into a spreadsheet. What begins like a formula there, after blanks, invisible marks and in full-width
 * forms too, gets an apostrophe before it, so that opening a file never runs anything. Numbers do not pass here.
 */
const formulaLike = /^[\s\p{Cf}]*[=+\-@|\uff1d\uff0b\uff0d\uff20\uff5c]/u

/** Tabs and line ends become blanks: they would end the field. */
export function neutralText(text: string): string {
  const oneLine = text.replace(/[\t\r\n]+/gu, ' ')
  return formulaLike.test(oneLine) ? `'${oneLine}` : oneLine
}
