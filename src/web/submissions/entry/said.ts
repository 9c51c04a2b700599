import type { EnteredValue } from '#contract/common.ts'

/** What a person says of a cell: its value and the note beside it. */
export interface Said {
  readonly value: EnteredValue
  readonly note: string
}
