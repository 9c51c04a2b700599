import type { FormColumn, FormRow } from '#core/form/layout.ts'

/** A column where this month's estimate is entered, unless given otherwise. */
export const aColumn = (key: string, given: Partial<FormColumn> = {}): FormColumn => ({
  key,
  number: '',
  header: [key],
  role: 'entry',
  offset: 'month',
  scenario: 'actual',
  vintage: 'estimate',
  width: 80,
  ...given,
})

/** A line to fill in tons, unless given otherwise. */
export const aRow = (key: string, given: Partial<FormRow> = {}): FormRow => ({
  key,
  ordinal: '',
  label: key,
  kind: 'item',
  level: 0,
  measure: 'tấn',
  decimals: 0,
  ...given,
})
