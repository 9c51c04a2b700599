/**
 * Typing (nhập, cập nhật): cells of a draft, one or a block at a time. The submission's row is locked first, so what is
 * submitted is exactly what was saved. Each edit names the revision it saw; where somebody saved since, nothing is
 * written and theirs is given back. A draft cell touches no figure.
 */
import { type Problem, type ProblemCode, problem, type Result, refuse } from '#contract/problems.ts'
import type { CellEdit } from '#contract/submissions.ts'
import { canEnter, canOpenSubmission } from '#core/access/roles.ts'
import { decimalsOf, fitsDecimals } from '#core/form/cell-decimals.ts'
import { cellRole, type FormColumn, type FormRow } from '#core/form/layout.ts'
import { type CellValue, sameValue } from '#core/quantity/cell-value.ts'
import { normalizeText } from '#core/quantity/text.ts'
import { appendEntry } from '../audit/index.ts'
import { formVersionsById, regimeVersionById } from '../catalogue/index.ts'
import { cellValueOf, storedValueOf } from '../figures/index.ts'
import type { Db } from '../platform/database.ts'
import { publish } from '../platform/feed.ts'
import type { Acting } from './acting.ts'
import * as cellQueries from './cell-queries.ts'
import { columnsOf, figuresPeriod, rowKeyed } from './coordinates.ts'
import * as queries from './queries.ts'

export type EditOutcome =
  | { readonly outcome: 'saved' | 'conflict'; readonly cell: cellQueries.CellRow }
  | { readonly outcome: 'refused'; readonly row: string; readonly column: string; readonly problem: Problem }

export interface Entering {
  readonly submissionId: string
  readonly formId: number
  readonly edits: readonly CellEdit[]
}

const editedTwice = {
  vi: 'một ô được sửa hai lần trong cùng yêu cầu',
  en: 'one cell is edited twice in one request',
}

/** Shape: one outcome per edit, in the order given. An edit that says what the cell says already is free. */
export async function enterCells(db: Db, acting: Acting, it: Entering): Promise<Result<readonly EditOutcome[]>> {
  const submission = await queries.lockSubmission(db, it.submissionId)
  const held = submission && {
    agencyId: submission.agency_id,
    receiverId: submission.receiver_id,
    state: submission.state,
  }
  if (!submission || !held || !canOpenSubmission(acting.actor, held)) return refuse('request.not-found')
  if (submission.state !== 'draft') return refuse('submission.not-now', { state: submission.state })
  if (!canEnter(acting.actor, held)) return refuse('submission.not-yours', { holder: '' })
  const form = await formOf(db, submission, it.formId)
  if (!form) return refuse('request.not-found')
  if (new Set(it.edits.map((e) => `${e.row} ${e.column}`)).size < it.edits.length) {
    return refuse('request.invalid', { what: editedTwice })
  }

  const place = { submissionId: submission.id, version: submission.version, formId: it.formId }
  const { at, cells: current } = await cellQueries.cellsAt(db, place, {
    rows: it.edits.map((e) => e.row),
    columns: it.edits.map((e) => e.column),
  })
  const known = new Map(current.map((cell) => [`${cell.row_key} ${cell.column_key}`, cell]))
  const judged = it.edits.map((edit) => judge(edit, form, known.get(`${edit.row} ${edit.column}`)))
  const writes = judged.flatMap((j) => ('write' in j ? [j.write] : []))
  const written = writes.length === 0 ? [] : await write(db, acting, { place, submission, writes, at })
  const saved = new Map(written.map((cell) => [`${cell.row_key} ${cell.column_key}`, cell]))
  return {
    ok: true,
    value: judged.map((j): EditOutcome => {
      if (!('write' in j)) return j
      return { outcome: 'saved', cell: saved.get(`${j.write.row} ${j.write.column}`) as cellQueries.CellRow }
    }),
  }
}

interface FormShape {
  readonly rows: ReadonlyMap<string, FormRow>
  readonly columns: ReadonlyMap<string, FormColumn>
}

async function formOf(db: Db, submission: queries.SubmissionRow, formId: number): Promise<FormShape | undefined> {
  const isOwn = submission.form_ids.includes(formId)
  const version = isOwn ? (await formVersionsById(db, [formId])).get(formId) : undefined
  if (!version) return undefined
  const regime = await regimeVersionById(db, submission.regime_version_id)
  const columns = columnsOf(version.layout, figuresPeriod(submission.period, regime.figuresCalendar))
  return { rows: rowKeyed(version.layout.rows), columns: new Map(columns.map((c) => [c.key, c])) }
}

type Judged = EditOutcome | { readonly write: cellQueries.NewCell }

function judge(edit: CellEdit, form: FormShape, cell: cellQueries.CellRow | undefined): Judged {
  const row = form.rows.get(edit.row)
  const column = form.columns.get(edit.column)
  if (!row || !column) return refused(edit, 'cell.unknown', { row: edit.row, column: edit.column })
  const role = cellRole(row, column)
  if (role !== 'typed' && role !== 'base') return refused(edit, 'cell.not-typed')
  if (edit.value.kind === 'text') return refused(edit, 'quantity.not-a-number', { text: edit.value.text.slice(0, 60) })
  const value = enteredOf(edit)
  const decimals = decimalsOf(row, column)
  if (value.kind !== 'empty' && !fitsDecimals(value, decimals))
    return refused(edit, 'cell.too-many-decimals', { decimals })
  const note = edit.note === undefined ? (cell?.note ?? '') : normalizeText(edit.note)
  if (cell && saysSame(cell, value) && cell.note === note) return { outcome: 'saved', cell }
  if ((cell?.revision ?? 0) !== edit.seen) {
    return cell ? { outcome: 'conflict', cell } : refused(edit, 'cell.unknown', { row: edit.row, column: edit.column })
  }
  const stored = value.kind === 'empty' ? { kind: value.kind, value: null, text: null } : storedValueOf(value)
  return { write: { row: edit.row, column: edit.column, revision: edit.seen + 1, note, ...stored } }
}

/** What a cell is made to say; emptied, it says nothing and is to be filled again. */
type Entered = CellValue | { readonly kind: 'empty' }

function enteredOf({ value }: CellEdit): Entered {
  return value.kind === 'empty' ? value : cellValueOf({ ...value, value: 'value' in value ? value.value : null })
}

function enteredBy(cell: cellQueries.NewCell): Entered {
  return cell.kind === 'empty' ? { kind: 'empty' } : cellValueOf(cell)
}

function saysSame(cell: cellQueries.CellRow, value: Entered): boolean {
  if (cell.kind === 'empty' || value.kind === 'empty') return cell.kind === value.kind
  return sameValue(cellValueOf(cell), value)
}

function refused(edit: CellEdit, code: ProblemCode, details = {}): EditOutcome {
  return { outcome: 'refused', row: edit.row, column: edit.column, problem: problem(code, details) }
}

interface Writing {
  readonly place: cellQueries.CellPlace
  readonly submission: queries.SubmissionRow
  readonly writes: readonly cellQueries.NewCell[]
  readonly at: string
}

/** Cells, their history, the audit chain and the feed, all or nothing; none of them waits for another's answer. */
async function write(
  db: Db,
  acting: Acting,
  { place, submission, writes, at }: Writing,
): Promise<cellQueries.CellRow[]> {
  const { actor } = acting
  const [cells] = await Promise.all([
    cellQueries.writeCells(db, { ...place, enteredBy: actor.accountId, actingAgencyId: actor.agencyId, at }, writes),
    appendEntry(db, {
      stream: `submission:${submission.id}`,
      at,
      entry: {
        action: 'enter',
        submission: submission.id,
        version: place.version,
        form: place.formId,
        cells: writes.map((w) => ({
          row: w.row,
          column: w.column,
          revision: w.revision,
          value: enteredBy(w),
          note: w.note,
        })),
        by: actor.accountId,
        agency: actor.agencyId,
        role: 'reporter',
        requestId: acting.requestId,
        address: acting.address,
      },
    }),
    publish(db, {
      topic: 'submission',
      agencyId: submission.agency_id,
      receiverId: submission.receiver_id,
      level: 'draft',
      payload: {
        submission: submission.id,
        form: place.formId,
        cells: writes.map((w) => ({ row: w.row, column: w.column, revision: w.revision })),
      },
    }),
  ])
  return cells
}
