import { useNavigate, useSearch } from '@tanstack/react-router'
import type { SubmissionView } from '#contract/submissions.ts'
import { cellName } from '#core/form/layout.ts'
import { useText } from '../../platform/text/use-text.ts'
import { Segments } from '../../ui/segments.tsx'
import { FormTable } from '../form/form-table.tsx'
import { PrintHead } from '../form/print-head.tsx'
import { type FormDifferences, markOf } from './differences.ts'
import type { Marks } from './use-marks.ts'

interface AllFormsProps {
  readonly submission: SubmissionView
  readonly differences: readonly FormDifferences[]
  readonly marks: Marks
}

/** Every cell of one form at a time; a typed cell is marked by pressing it. */
export function AllForms({ submission, differences, marks }: AllFormsProps) {
  const text = useText().review
  const { form } = useSearch({ from: '/inside/review/$submissionId' })
  const navigate = useNavigate({ from: '/review/$submissionId' })
  const chosen = differences.find(({ model }) => model.form.formId === form) ?? differences[0]
  if (!chosen) return null
  const { model, changed } = chosen
  return (
    <>
      <PrintHead submission={submission} title={model.form.title} />
      {differences.length > 1 ? (
        <div className="review-forms no-print">
          <Segments
            label={text.forms}
            value={String(model.form.formId)}
            choices={differences.map((it) => ({ value: String(it.model.form.formId), label: it.model.form.title }))}
            onChoose={(id) => void navigate({ search: { view: 'all', form: Number(id) }, replace: true })}
          />
        </div>
      ) : null}
      <div className="review-scroll">
        <FormTable
          model={model}
          changed={new Set(changed.map(({ row, column }) => cellName({ row: row.key, column: column.key })))}
          {...(marks.mayMark
            ? {
                marking: {
                  has: ({ row, column }) => marks.has({ formId: model.form.formId, row, column }),
                  toggle: ({ row, column }) => marks.toggle(markOf(model, row, column)),
                },
              }
            : {})}
        />
      </div>
    </>
  )
}
