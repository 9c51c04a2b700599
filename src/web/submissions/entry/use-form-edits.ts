/** The form being typed: the server's cells, what is typed over them, and the store that sends it. */
import { type Query, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useSyncExternalStore } from 'react'
import type { FormView } from '#contract/submissions.ts'
import { queueKey } from '#core/form/edit-queue.ts'
import { actingAgency } from '../../platform/acting-agency.ts'
import { useSession } from '../../platform/session.ts'
import { type FormModel, formModel, layoutOf } from '../form/form-model.ts'
import { withCells } from '../newer-cells.ts'
import { deskKey, formOptions, submissionKeys } from '../submission-queries.ts'
import type { EditState } from './edit-state.ts'
import { createEditStore, type EditStore } from './edit-store.ts'

export interface FormEdits {
  readonly model: FormModel
  readonly state: EditState
  readonly store: EditStore
}

/** Other forms of the report whose rules look at more than themselves: what was saved here may stand in one of them. */
function isReadingOthers(formId: number): (query: Query) => boolean {
  return ({ state: { data } }) => {
    // Under the key of a report stand the report itself and histories of cells, too.
    const { formId: shown, others = [] } = (data ?? {}) as Partial<FormView>
    return shown !== formId && others.length > 0
  }
}

export function useFormEdits(given: FormView): FormEdits {
  const queries = useQueryClient()
  const { account } = useSession()
  const { submissionId, formId } = given
  const { data: form = given } = useQuery(formOptions(submissionId, formId))
  const store = useMemo(() => {
    const place = {
      submission: `${submissionId}/${formId}`,
      account: account.login,
      actingAgency: actingAgency() ?? '',
    }
    const formKey = submissionKeys.form(submissionId, formId)
    return createEditStore(queueKey(place), {
      path: `/api/submissions/${encodeURIComponent(submissionId)}/forms/${formId}/edits`,
      onAnswered: (cells) => {
        queries.setQueryData<FormView>(formKey, (old) => (old === undefined ? old : withCells(old, cells)))
        void queries.invalidateQueries({ queryKey: submissionKeys.one(submissionId), exact: true })
        void queries.invalidateQueries({ queryKey: [...formKey, 'history'] })
        void queries.invalidateQueries({
          queryKey: submissionKeys.one(submissionId),
          predicate: isReadingOthers(formId),
        })
        void queries.invalidateQueries({ queryKey: deskKey, refetchType: 'none' })
      },
      onRefused: () => void queries.invalidateQueries({ queryKey: submissionKeys.one(submissionId) }),
    })
  }, [queries, account.login, submissionId, formId])
  useEffect(() => store.start(), [store])
  const state = useSyncExternalStore(store.subscribe, store.state)
  const { rows, columns, rules, others } = form
  const layout = useMemo(() => layoutOf({ rows, columns, rules, others }), [rows, columns, rules, others])
  const typed = useMemo(() => new Map(state.queue.map(({ cell, value }) => [cell, value])), [state.queue])
  const model = useMemo(() => formModel(form, layout, typed), [form, layout, typed])
  return { model, state, store }
}
