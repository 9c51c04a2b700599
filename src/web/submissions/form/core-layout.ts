/** Rows, columns and other forms of the answer in the shape that core speaks, where what a row has not is left out. */
import type { FormView } from '#contract/submissions.ts'
import type { FormColumn, FormRow } from '#core/form/layout.ts'
import type { OtherForm } from '#core/validation/other-forms.ts'

export function coreRow(row: FormView['rows'][number]): FormRow {
  const { indicator, area, formula, ...rest } = row
  return { ...rest, ...placeOf({ indicator, area }), ...(formula === null ? {} : { formula }) }
}

function placeOf({ indicator, area }: Pick<FormView['rows'][number], 'indicator' | 'area'>) {
  return { ...(indicator === null ? {} : { indicator }), ...(area === null ? {} : { area }) }
}

export function coreColumn(column: FormView['columns'][number]): FormColumn {
  const { formula, decimals, offset, periodName: _, ...rest } = column
  return { ...rest, ...spanOf({ offset, decimals }), ...(formula === null ? {} : { formula }) }
}

function spanOf({ offset, decimals }: Pick<FormView['columns'][number], 'offset' | 'decimals'>) {
  return { offset: offset as FormColumn['offset'], ...(decimals === null ? {} : { decimals }) }
}

export function coreOther({ position, isBefore, rows, columns }: FormView['others'][number]): OtherForm {
  return {
    ...{ position, isBefore },
    rows: rows.map(({ indicator, area, ...rest }) => ({ ...rest, ...placeOf({ indicator, area }) })),
    columns: columns.map(({ offset, decimals, ...rest }) => ({ ...rest, ...spanOf({ offset, decimals }) })),
  }
}
