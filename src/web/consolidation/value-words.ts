/** A computed value as it is read: a number in Vietnamese form or a sign, and why it is a sign. */
import type { WireValue } from '#contract/common.ts'
import type { ComputedValue } from '#contract/province.ts'
import type { Text } from '../platform/text/vi.ts'
import { vi } from '../ui/number-text.tsx'

export interface Shown {
  readonly shown: string
  readonly reason: string | undefined
}

const signs = {
  absent: '…',
  nothing: '–',
  notApplicable: '×',
  divisionByZero: '/',
  invalid: '/',
  notReleased: '…',
} as const

/** A ratio that lacks an input cannot be computed; an amount that lacks one is not yet known. */
export function computedWords(text: Text, value: ComputedValue, how: { decimals: number; isRatio?: boolean }): Shown {
  if (value.kind === 'number') return { shown: vi(value.value, how.decimals), reason: undefined }
  const reason = text.province.none[value.reason]
  const sign = how.isRatio && value.reason === 'absent' ? '/' : signs[value.reason]
  return { shown: sign, reason: value.of.length === 0 ? reason : text.province.because(reason, value.of.join(', ')) }
}

export function wireWords(value: WireValue, decimals: number): string {
  switch (value.kind) {
    case 'number':
      return vi(value.value, decimals)
    case 'text':
      return value.text
    case 'absent':
    case 'nothing':
    case 'notApplicable':
      return signs[value.kind]
  }
}
