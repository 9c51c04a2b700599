/** A computed value in a sentence or a tree: the number in Vietnamese form, or what stands for it with the reason. */
import type { ComputedValue } from '#contract/explanation.ts'
import { exact, toText } from '#core/quantity/exact.ts'
import { formatVi } from '#core/quantity/vietnamese-number.ts'
import type { Text } from '../platform/text/vi.ts'

/** `value` is plain decimal text of any length: quotients come with more digits than a stored figure may have. */
export function shownNumber(value: string, decimals: number): string {
  return formatVi(toText(exact(value)), decimals)
}

type None = Extract<ComputedValue, { kind: 'none' }>

/** Sign of the yearbooks for a value that is no number, and what it means here. */
export function signOf(text: Text, { reason, of }: None): { readonly text: string; readonly title: string } {
  const parts = of.join(', ')
  switch (reason) {
    case 'nothing':
      return { text: '–', title: text.signs.nothing }
    case 'notApplicable':
      return { text: '×', title: text.signs.notApplicable }
    case 'notReleased':
      return { text: '…', title: text.province.notReleased }
    case 'absent':
      return { text: '/', title: parts === '' ? text.signs.notComputable : text.province.becauseMissing(parts) }
    case 'divisionByZero':
      return { text: '/', title: parts === '' ? text.signs.notComputable : text.signs.becauseDivision(parts) }
    case 'invalid':
      return { text: '/', title: text.signs.notComputable }
  }
}

/** In a sentence or a tree: the number, or what stands for it with the reason. */
export function spokenValue(text: Text, value: ComputedValue, decimals: number): string {
  if (value.kind === 'number') return shownNumber(value.value, decimals)
  if (value.reason === 'absent') return text.province.explain.noFigure
  const { title } = signOf(text, value)
  // Codes within it stay as they are.
  return `${title.slice(0, 1).toLowerCase()}${title.slice(1)}`
}
