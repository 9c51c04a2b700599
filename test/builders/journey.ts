/**
 * A submission on its way, over HTTP, by the people whose step it is: `bring` fills what is empty and goes on to a state.
 * Where the cast works the cast acts, elsewhere the accounts of the agency's steps.
 */
import assert from 'node:assert/strict'
import type { WireValue } from '#contract/common.ts'
import type { FormView, SubmissionView } from '#contract/submissions.ts'
import { cellName } from '#core/form/layout.ts'
import { type State, states, type Verb } from '#core/workflow/workflow.ts'
import { type Answer, type Client, signIn, type Target } from '../api/client.ts'
import type { CastMember } from '../cast.ts'

type Step = 'submit' | 'appraise' | 'approve' | 'seal' | 'send' | 'accept'
const nextStep: Readonly<Partial<Record<State, Step>>> = {
  draft: 'submit',
  submitted: 'appraise',
  appraised: 'approve',
  approved: 'seal',
  sealed: 'send',
  sent: 'accept',
}

const castSteps: Readonly<Record<string, Partial<Record<Step, CastMember>>>> = {
  SNNPTNT: { submit: 'lan', appraise: 'minh', approve: 'hoa', seal: 'ngoc', send: 'ngoc' },
  'UBND-836': { submit: 'tam' },
  CTK: { submit: 'thu' },
}
const prefixes = { submit: 'nhap', appraise: 'thamdinh', approve: 'pheduyet', seal: 'vanthu', send: 'vanthu' } as const

/** Login of whoever takes the step for the agency. */
export function actorOfStep(agency: string, step: Step): string {
  if (step === 'accept') return 'phuc'
  return castSteps[agency]?.[step] ?? `${prefixes[step]}.${agency.toLowerCase()}`
}

/** Cells by name (`a11.estimate`); a text stands for a number. */
export type Cells = Readonly<Record<string, WireValue | string>>

export function wireValue(value: WireValue | string): WireValue {
  return typeof value === 'string' ? { kind: 'number', value } : value
}

/** Whether a cell is the agency's to type. Written here again, apart from the implementation. */
export function isTyped(form: FormView, row: FormView['rows'][number], column: FormView['columns'][number]): boolean {
  return (
    row.kind !== 'title' &&
    row.formula === null &&
    !row.notApplicable.includes(column.key) &&
    form.columns.some((c) => c.key === column.key && (c.role === 'entry' || c.role === 'prefilled'))
  )
}

export class Journey {
  readonly target: Target
  readonly #clients = new Map<string, Promise<Client>>()

  constructor(target: Target) {
    this.target = target
  }

  /** Signed in once per login. */
  as(login: CastMember | (string & {})): Promise<Client> {
    const known = this.#clients.get(login)
    if (known) return known
    const client = signIn(this.target, login)
    this.#clients.set(login, client)
    return client
  }

  async view(login: string, id: string): Promise<SubmissionView> {
    const answer = await (await this.as(login)).get<SubmissionView>(`/api/submissions/${id}`)
    assert.equal(answer.status, 200, JSON.stringify(answer.body))
    return answer.body
  }

  async form(login: string, id: string, formId: number): Promise<FormView> {
    const answer = await (await this.as(login)).get<FormView>(`/api/submissions/${id}/forms/${formId}`)
    assert.equal(answer.status, 200, JSON.stringify(answer.body))
    return answer.body
  }

  /** Types these cells where they occur, and `otherwise` into every other cell of an entry column still empty. */
  async fill(login: string, id: string, cells: Cells = {}, otherwise: WireValue | string | null = '7'): Promise<void> {
    const { forms } = await this.view(login, id)
    for (const { id: formId } of forms) {
      const form = await this.form(login, id, formId)
      const seen = new Map(form.cells.map((c) => [cellName(c), c]))
      const edits = form.rows.flatMap((row) =>
        form.columns
          .filter((column) => isTyped(form, row, column))
          .flatMap((column) => {
            const name = cellName({ row: row.key, column: column.key })
            const isEmpty = column.role === 'entry' && (seen.get(name)?.value.kind ?? 'empty') === 'empty'
            const value = cells[name] ?? (isEmpty ? otherwise : null)
            if (value === null) return []
            return [{ row: row.key, column: column.key, value: wireValue(value), seen: seen.get(name)?.revision ?? 0 }]
          }),
      )
      if (edits.length === 0) continue
      const answer = await (await this.as(login)).post<{ results: { outcome: string }[] }>(
        `/api/submissions/${id}/forms/${formId}/edits`,
        { edits },
      )
      assert.equal(answer.status, 200, JSON.stringify(answer.body))
      assert.deepEqual(
        answer.body.results.filter((r) => r.outcome !== 'saved'),
        [],
      )
    }
  }

  /** One step on the content as it stands, whatever the answer. */
  async attempt(login: string, id: string, verb: Verb, more: Record<string, unknown> = {}): Promise<Answer> {
    const client = await this.as(login)
    const seen = await client.get<SubmissionView>(`/api/submissions/${id}`)
    return client.post(`/api/submissions/${id}/transitions`, {
      verb,
      contentHash: seen.body.contentHash ?? 'unseen',
      ...more,
    })
  }

  async take(login: string, id: string, verb: Verb, more: Record<string, unknown> = {}): Promise<SubmissionView> {
    const answer = await this.attempt(login, id, verb, more)
    assert.equal(answer.status, 200, `${login} ${verb}: ${JSON.stringify(answer.body)}`)
    return answer.body as unknown as SubmissionView
  }

  /** From wherever it stands on to `to`, by the people whose step it is, filling a draft first. */
  async bring(agency: string, id: string, to: State, cells: Cells = {}): Promise<SubmissionView> {
    const reporter = actorOfStep(agency, 'submit')
    let view = await this.view(reporter, id)
    if (view.state === 'draft' && to !== 'draft') await this.fill(reporter, id, cells)
    for (;;) {
      const step = nextStep[view.state]
      if (!step || states.indexOf(view.state) >= states.indexOf(to)) return view
      const more = step === 'seal' ? { documentNumber: `${id}/BC-${agency}`, documentDate: '2026-09-16' } : {}
      view = await this.take(actorOfStep(agency, step), id, step, more)
    }
  }
}
