import type { FormColumn, FormRow } from '#core/form/layout.ts'

/** The cell the panel and the tools speak of; a part is undefined while the form changes under it. */
export interface SelectedCell {
  readonly row: FormRow | undefined
  readonly column: FormColumn | undefined
}
