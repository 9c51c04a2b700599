/**
 * One submission from its opening to where it stands: what was typed when, the steps with the content each was taken on,
 * and the figures of every sending. Nothing happens later than now.
 */

import { cellName } from '#core/form/layout.ts'
import { invariant } from '#core/quantity/invariant.ts'
import type { State, Transition } from '#core/workflow/workflow.ts'
import type { Appending } from '../audit/index.ts'
import { cellValueOf, type PastEdition, storedValueOf } from '../figures/index.ts'
import { localDay } from '../platform/local-time.ts'
import {
  canonicalContent,
  contentHash,
  type PastCell,
  type PastSnapshot,
  type PastState,
  type PastStep,
} from '../submissions/index.ts'
import { draw } from './draw.ts'
import { figuresSent } from './figures-sent.ts'
import type { Month } from './levels.ts'
import type { Act, StepAct } from './plots.ts'
import { type Form, figuresPeriodOf, type Places } from './sheets.ts'
import type { Memory } from './told.ts'
import type { CellOfForm, Typing } from './type-cells.ts'
import type { Timeline } from './working-time.ts'

export interface Opening {
  readonly submissionId: string
  readonly agencyId: number
  readonly agencyCode: string
  readonly areaId: number
  readonly month: Month
  readonly forms: readonly Form[]
  readonly openedAt: string
  readonly dueAt: string
}

export interface World {
  readonly places: Places
  readonly memory: Memory
  readonly now: string
  /** Account that holds the role at the agency. */
  readonly personIn: (agencyId: number, role: string) => number
}

export interface Story {
  readonly cells: PastCell[]
  readonly steps: PastStep[]
  readonly snapshots: PastSnapshot[]
  readonly entries: Appending[]
  readonly editions: PastEdition[]
  readonly state: PastState
}

/** What changes while the story is told. */
interface Course extends Omit<Story, 'state'> {
  readonly present: Map<string, PastCell>
  state: PastState
}

export function tellStory(
  world: World,
  opening: Opening,
  told: { readonly plot: readonly Act[]; readonly typing: Typing; readonly timeline: Timeline },
): Story {
  const course: Course = {
    cells: [],
    steps: [],
    snapshots: [],
    entries: [],
    editions: [],
    present: new Map(),
    state: untouched(opening),
  }
  for (const act of told.plot) {
    const at = told.timeline(act.share)
    if (at >= world.now || at <= opening.openedAt) break
    if (act.does === 'enter') enter(course, { world, opening, at }, told.typing[act.cells])
    else take(course, { world, opening, at }, act)
  }
  const { present: _, ...story } = course
  return story
}

function untouched({ submissionId, openedAt }: Opening): PastState {
  const never = { firstSentAt: null, isLate: false, documentNumber: '', documentDate: null, contentHash: null }
  return { submissionId, state: 'draft', at: openedAt, sending: 0, ...never }
}

interface Scene {
  readonly world: World
  readonly opening: Opening
  readonly at: string
}

function enter(course: Course, { world, opening, at }: Scene, cells: readonly CellOfForm[]): void {
  const { submissionId, agencyId } = opening
  const by = world.personIn(agencyId, 'reporter')
  for (const [formId, ofForm] of Map.groupBy(cells, (cell) => cell.formId)) {
    const typed = ofForm.map((cell): PastCell => {
      const name = `${formId} ${cellName(cell)}`
      const revision = (course.present.get(name)?.revision ?? 0) + 1
      const { kind, value } = storedValueOf(cell.value)
      const { row, column, note } = cell
      const past = { submissionId, formId, row, column, revision, kind, value, note, enteredBy: by }
      const written = { ...past, actingAgencyId: agencyId, enteredAt: at }
      course.present.set(name, written)
      return written
    })
    course.cells.push(...typed)
    course.entries.push({
      stream: `submission:${submissionId}`,
      at,
      entry: {
        action: 'enter',
        submission: submissionId,
        version: 1,
        form: formId,
        cells: typed.map((c) => ({
          row: c.row,
          column: c.column,
          revision: c.revision,
          value: cellValueOf(c),
          note: c.note,
        })),
        by,
        agency: agencyId,
        role: 'reporter',
        requestId: '',
        address: '',
      },
    })
  }
}

function take(course: Course, scene: Scene, act: StepAct): void {
  const { world, opening, at } = scene
  const { submissionId } = opening
  const transition = world.places.regime.path.find((one) => one.from === course.state.state && one.verb === act.does)
  invariant(transition !== undefined, `${opening.agencyCode}: ${act.does} is possible at ${course.state.state}`)
  const content = contentOf(course)
  const hash = contentHash(content)
  if (act.does === 'submit') course.snapshots.push({ submissionId, contentHash: hash, content, at })
  moveFigures(course, scene, transition)
  const marked = act.marks ? markedCells(course, opening) : []
  const agencyId = transition.side === 'own' ? opening.agencyId : world.places.regime.receiverId
  const role = transition.roles[0] ?? ''
  const accountId = world.personIn(agencyId, role)
  const reason = act.reason ?? ''
  const { from, to, verb } = transition
  course.steps.push({
    submissionId,
    version: 1,
    verb,
    from,
    to,
    accountId,
    agencyId,
    role,
    at,
    reason,
    contentHash: hash,
    marked,
  })
  const did = { action: verb, submission: submissionId, version: 1, from, to, contentHash: hash, reason, cells: marked }
  const document = verb === 'seal' ? { documentNumber: documentNumber(scene.opening), documentDate: localDay(at) } : {}
  const by = { by: accountId, agency: agencyId, role, requestId: '', address: '' }
  course.entries.push({ stream: `submission:${submissionId}`, at, entry: { ...did, ...document, ...by } })
  course.state = stateAfter(course.state, scene, { transition, hash })
}

function stateAfter(
  before: PastState,
  { opening, at }: Scene,
  { transition, hash }: { readonly transition: Transition; readonly hash: string },
): PastState {
  const isFirstSending = transition.verb === 'send' && before.firstSentAt === null
  return {
    ...before,
    state: transition.to,
    at,
    contentHash: hash,
    ...(transition.verb === 'send' && { sending: before.sending + 1 }),
    ...(isFirstSending && { firstSentAt: at, isLate: Date.parse(at) > Date.parse(opening.dueAt) }),
    ...(transition.verb === 'seal' && { documentNumber: documentNumber(opening), documentDate: localDay(at) }),
  }
}

/** Rising through the year, a few more each month. */
function documentNumber({ agencyCode, month }: Opening): string {
  const number = month.month * 19 - 8 + Math.floor(6 * draw('number', agencyCode, month.year, month.month))
  return `${String(number).padStart(2, '0')}/BC-${agencyCode}`
}

function contentOf(course: Course): string {
  return canonicalContent(
    [...course.present.values()].map((cell) => ({
      form_version_id: cell.formId,
      row_key: cell.row,
      column_key: cell.column,
      revision: cell.revision,
      kind: cell.kind,
      value: cell.value,
      text: null,
      note: cell.note,
      origin: 'typed',
      entered_by: cell.enteredBy,
      entered_at: cell.enteredAt,
    })),
  )
}

function markedCells(course: Course, { agencyCode, month }: Opening) {
  const estimates = [...course.present.values()].filter((c) => c.column === 'estimate' && c.kind === 'number')
  const start = Math.floor(draw('marked', agencyCode, month.year, month.month) * Math.max(1, estimates.length - 1))
  return estimates
    .slice(start, start + 2)
    .map(({ formId, row, column }) => ({ formId, row, column, note: 'Đề nghị kiểm tra lại.' }))
}

function moveFigures(course: Course, { world, opening, at }: Scene, { verb, from, to }: Transition): void {
  const last = course.editions.at(-1)
  if (verb === 'send') {
    const { agencyId, areaId, month, submissionId } = opening
    const sending = { ...world, agencyId, areaId, month, cells: [...course.present.values()] }
    course.editions.push({
      edition: {
        agencyId,
        submissionId,
        version: 1,
        sending: course.state.sending + 1,
        periodEnd: figuresPeriodOf(month).span.to,
        origin: 'typed',
      },
      values: opening.forms.flatMap((form) => figuresSent(form, sending)),
      promotions: [{ level: 'sent', at }],
    })
  } else if (from === ('sent' satisfies State) && last) {
    const level = to === 'accepted' ? ('accepted' as const) : ('withdrawn' as const)
    course.editions.splice(-1, 1, { ...last, promotions: [...last.promotions, { level, at }] })
  }
}
