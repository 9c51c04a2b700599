/** The browser while typing and the server at submitting find the same, whatever is typed: one engine, and the same inputs. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { CellEdit } from '#contract/submissions.ts'
import { cellName } from '#core/form/layout.ts'
import type { Finding } from '#core/validation/finding.ts'
import { databaseNow } from '#server/platform/clock.ts'
import { findingsOf } from '#server/submissions/findings.ts'
import { submissionById } from '#server/submissions/queries.ts'
import { formModel, layoutOf, nothingTyped } from '../../src/web/submissions/form/form-model.ts'
import { isTyped, Journey } from '../builders/journey.ts'
import { aProvince, openPeriod, submissionOf } from '../builders/province.ts'
import { testApp } from './app.ts'

const db = await aProvince()
const journey = new Journey(await testApp(db))
await openPeriod(db.owner, '2026-08', '2026-08-16T02:00:00Z')
const agency = 'UBND-836'
await journey.bring(agency, await submissionOf(db.pool, agency, '2026-08'), 'sent')
const id = await submissionOf(db.pool, agency)
const [{ id: formId } = { id: 0 }] = (await journey.view('tam', id)).forms

/** Numbers that meet: small ones, whole and broken, some below zero, and cells that say something else or nothing. */
const aValue: fc.Arbitrary<CellEdit['value']> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.integer({ min: -5, max: 200 }).map((n) => ({ kind: 'number' as const, value: String(n) })),
  },
  fc.constantFrom({ kind: 'absent' as const }, { kind: 'nothing' as const }, { kind: 'empty' as const }),
)
const notes = ['', 'Tăng do được mùa', 'Giảm do mưa']

const inOrder = (findings: readonly Finding[]) =>
  findings.map((it) => JSON.stringify(it, Object.keys(it).concat(Object.keys(it.details)).sort())).sort()

test('of 12 random forms both find the same, rule by rule and word by word', async () => {
  const met = new Set<string>()
  const property = fc.asyncProperty(fc.infiniteStream(aValue), fc.infiniteStream(fc.nat(2)), async (values, picks) => {
    const form = await journey.form('tam', id, formId)
    const seen = new Map(form.cells.map((cell) => [cellName(cell), cell.revision]))
    const edits = form.rows.flatMap((row) =>
      form.columns
        .filter((column) => isTyped(form, row, column))
        .map((column): CellEdit => {
          const at = { row: row.key, column: column.key }
          const note = notes[picks.next().value ?? 0] ?? ''
          return { ...at, value: values.next().value ?? { kind: 'absent' }, note, seen: seen.get(cellName(at)) ?? 0 }
        }),
    )
    const answer = await (await journey.as('tam')).post(`/api/submissions/${id}/forms/${formId}/edits`, { edits })
    assert.equal(answer.status, 200, JSON.stringify(answer.body))
    const view = await journey.form('tam', id, formId)
    const browser = [...formModel(view, layoutOf(view), nothingTyped).findings.values()].flat()
    const submission = await submissionById(db.pool, id)
    assert.ok(submission)
    const [server] = await findingsOf(db.pool, submission, await databaseNow(db.pool))
    assert.deepEqual(inOrder(browser), inOrder(server?.findings ?? []))
    for (const { code } of browser) met.add(code)
  })
  await fc.assert(property, { numRuns: 12, seed: 2159 })
  for (const code of ['finding.rule', 'finding.ten-times', 'finding.year-to-date-differs', 'finding.large-change'])
    assert.ok(met.has(code), `${code} is among ${[...met].join(', ')}`)
})
