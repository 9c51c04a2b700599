/** How wide a column of the table must be, so that no digit is ever cut off: a number without its end is another number. */
import type { ProvinceTable } from '#contract/province.ts'

/** What the usual column has room for: «9.999.999,9» beside its mark. */
const usual = 10

/** Undefined for the usual width, else characters of the widest number. `fraction`: places after the comma. */
export function widestNumber(
  rows: ProvinceTable['rows'],
  { key, fraction }: { readonly key: string; readonly fraction: number },
): number | undefined {
  const values = rows.flatMap(({ cells }) =>
    cells.flatMap(({ column, value }) => (column === key && value.kind === 'number' ? [value.value] : [])),
  )
  const widest = Math.max(0, ...values.map(charactersOf)) + (fraction === 0 ? 0 : fraction + 1)
  return widest > usual ? widest : undefined
}

/** Sign, digits before the comma, and a point for each three of them. */
function charactersOf(value: string): number {
  const sign = value.startsWith('-') ? 1 : 0
  const digits = (value.split('.')[0]?.length ?? 0) - sign
  return sign + digits + Math.floor((digits - 1) / 3)
}
