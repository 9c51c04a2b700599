import type { FormColumn } from '#core/form/layout.ts'

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
