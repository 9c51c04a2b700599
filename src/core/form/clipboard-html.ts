/**
 * Typed cells of the HTML that spreadsheets put on the clipboard: Excel (`x:num`), LibreOffice (`sdval`), Google Sheets
 * (`data-sheets-value`). Taken as text, without a DOM, so that the same rules run in tests and on the server. A date or a
 * time is a number inside Excel; it is taken as the text it looks like, which a cell for numbers then refuses.
 */
import type { PasteBlock, PastedCell } from './clipboard.ts'

const longestHtml = 5_000_000
const tokens =
  /<!--[\s\S]*?-->|<(style|script)\b[\s\S]*?<\/\1\s*>|<(\/?)([a-z][a-z0-9:]*)((?:"[^"]*"|'[^']*'|[^>"'])*)>|[^<]+|</giu

interface OpenCell {
  readonly attributes: string
  text: string
}

/** The first table, cells that span several places followed by empty ones. Undefined when there is no table. */
export function parseClipboardHtml(html: string): PasteBlock | undefined {
  if (html.length > longestHtml || !/<t[dh]\b/iu.test(html)) return undefined
  const rows: PastedCell[][] = []
  let cell: OpenCell | undefined
  /** Per column: how many further rows a cell from above still covers. */
  const covered: number[] = []
  const close = () => {
    if (cell !== undefined) place(rows.at(-1) ?? [], covered, cell)
    cell = undefined
  }
  for (const [whole, skipped, slash, name, attributes = ''] of html.matchAll(tokens)) {
    if (skipped !== undefined || whole.startsWith('<!--')) continue
    const tag = name?.toLowerCase()
    if (tag === undefined) {
      if (cell !== undefined) cell.text += whole
    } else if (tag === 'td' || tag === 'th') {
      close()
      if (slash === '' && rows.length > 0) cell = { attributes, text: '' }
    } else if (tag === 'tr') {
      close()
      if (rows.length > 0) fillCovered(rows.at(-1) ?? [], covered)
      if (slash === '') rows.push([])
    } else if (tag === 'br' && cell !== undefined) cell.text += '\n'
    else if (tag === 'table' && slash === '/') break
  }
  close()
  return rows.filter((row) => row.length > 0)
}

function place(row: PastedCell[], covered: number[], cell: OpenCell): void {
  fillCovered(row, covered)
  const columns = Math.min(spanOf(cell.attributes, 'colspan'), 1000)
  const rows = Math.min(spanOf(cell.attributes, 'rowspan'), 10_000)
  for (let index = 0; index < columns; index++) {
    covered[row.length] = rows - 1
    row.push(index === 0 ? pastedCell(cell) : { text: '' })
  }
}

function fillCovered(row: PastedCell[], covered: number[]): void {
  for (let left = covered[row.length] ?? 0; left > 0; left = covered[row.length] ?? 0) {
    covered[row.length] = left - 1
    row.push({ text: '' })
  }
}

const spanOf = (attributes: string, name: string): number =>
  Number(attributeOf(attributes, name)?.match(/^\d+$/u)?.[0] ?? 1)

function pastedCell(cell: OpenCell): PastedCell {
  const text = decoded(cell.text.replace(/[^\S\u00a0]*\n[^\S\u00a0]*/gu, '\n'))
    .replace(/[^\S\u00a0\n]+/gu, ' ')
    .trim()
  const number = typedNumber(cell.attributes, text)
  return number === undefined ? { text } : { text, number }
}

function typedNumber(attributes: string, text: string): string | undefined {
  if (!/^[^\p{L}/:]*(?:[A-Z]{3}|đ|₫)?$/u.test(text.replace(/[eE][+-]?\d+/u, ''))) return undefined
  const excel = attributeOf(attributes, 'x:num')
  const sheets = attributeOf(attributes, 'data-sheets-value')?.match(/^\{"1":3,"3":(-?[\d.eE+-]+)\}$/u)?.[1]
  const raw = excel || attributeOf(attributes, 'sdval') || sheets || (excel === '' && /^-?\d+$/u.test(text) ? text : '')
  const plain = plainDecimal(raw)
  return plain !== undefined && text.endsWith('%') ? plainDecimal(`${plain}e2`) : plain
}

/** Value of an attribute; '' when it stands without one. */
function attributeOf(attributes: string, name: string): string | undefined {
  const found = new RegExp(`(?:^|\\s)${name}(?:\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+)))?(?=\\s|/|$)`, 'iu').exec(
    attributes,
  )
  return found === null ? undefined : decoded(found[1] ?? found[2] ?? found[3] ?? '')
}

const largestExponent = 40
const significantDigits = 15

/**
 * Plain text of a number that may carry an exponent. Excel works with 15 significant digits and writes 2,3 as
 * 2.2999999999999998: a fraction is rounded to those 15, half up; whole numbers stay as they are.
 */
export function plainDecimal(raw: string): string | undefined {
  const [, sign = '', whole = '', fraction = '', power = '0'] =
    /^\s*([+-]?)(\d*)(?:\.(\d*))?(?:e([+-]?\d+))?\s*$/iu.exec(raw) ?? []
  const exponent = Number(power)
  if (whole + fraction === '' || raw.length > 100 || Math.abs(exponent) > largestExponent) return undefined
  const shift = whole.length + exponent
  const digits = (whole + fraction).padStart(whole.length + fraction.length + Math.max(0, -shift), '0')
  const point = Math.max(shift, 0)
  const all = digits.padEnd(point, '0')
  const rounded = roundedTo15(all.slice(0, point), all.slice(point))
  const tail = rounded.fraction.replace(/0+$/u, '')
  const plain = `${rounded.whole.replace(/^0+(?=\d)/u, '') || '0'}${tail === '' ? '' : `.${tail}`}`
  return sign === '-' && /[1-9]/u.test(plain) ? `-${plain}` : plain
}

function roundedTo15(whole: string, fraction: string): { readonly whole: string; readonly fraction: string } {
  const leading = /^0*/u.exec(whole + fraction)?.[0].length ?? 0
  const keep = Math.max(leading + significantDigits - whole.length, 0)
  if (fraction.length <= keep) return { whole, fraction }
  const kept = BigInt(`0${whole}${fraction.slice(0, keep)}`) + ((fraction[keep] ?? '0') >= '5' ? 1n : 0n)
  const digits = kept.toString().padStart(whole.length + keep, '0')
  return { whole: digits.slice(0, digits.length - keep), fraction: digits.slice(digits.length - keep) }
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' }

const decoded = (text: string): string =>
  text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]+));/giu, (whole, hex, decimal, name) => {
    if (name !== undefined) return entities[name.toLowerCase()] ?? whole
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
