/** Tells the stories of all submissions, period by period, so that each report is pre-filled by those before it. */
import type { Holidays } from '#core/period/working-days.ts'
import { number } from '#core/quantity/cell-value.ts'
import { exact, plus, toText } from '#core/quantity/exact.ts'
import { invariant } from '#core/quantity/invariant.ts'
import { cellValueOf } from '../figures/index.ts'
import { localDay } from '../platform/local-time.ts'
import { type Filling, fillForm } from './fill-form.ts'
import type { Levels, Month } from './levels.ts'
import { dueInstant, openingInstant, reportPeriodOf } from './months.ts'
import { needsCorrection, plotOf } from './plots.ts'
import { columnsOf, type Places } from './sheets.ts'
import type { Subject } from './subjects.ts'
import { type Story, tellStory } from './tell-story.ts'
import { emptyMemory, type Memory } from './told.ts'
import { type CellOfForm, typingOf } from './type-cells.ts'
import { timelineBefore, timelineUntil } from './working-time.ts'

export interface Stage {
  readonly levels: Levels
  readonly places: Places
  readonly days: Holidays
  readonly months: readonly [Month, ...Month[]]
  readonly subjects: readonly Subject[]
  /** Submission by agency, by label of the period. */
  readonly opened: ReadonlyMap<string, ReadonlyMap<number, string>>
  readonly now: string
  readonly personIn: (agencyId: number, role: string) => number
}

/** Working days before a deadline on which reports are made. */
const daysOfWork = 5

export function allStories(stage: Stage): readonly Story[] {
  const memory = emptyMemory()
  const sent = new Set<string>()
  return stage.months.flatMap((month, index) => {
    const fromPresent = stage.months.length - 1 - index
    return stage.subjects.map((subject) => {
      const story = storyOf(stage, { subject, month, fromPresent, memory, sent })
      remember(story, { memory, sent, subject, month })
      return story
    })
  })
}

interface Scene {
  readonly subject: Subject
  readonly month: Month
  readonly fromPresent: number
  readonly memory: Memory
  /** Reports that went out, by agency and month. */
  readonly sent: Set<string>
}

function storyOf(stage: Stage, scene: Scene): Story {
  const { subject, month, fromPresent, memory } = scene
  const { regime } = stage.places
  const submissionId = stage.opened.get(reportPeriodOf(month, regime).label)?.get(subject.agency.id)
  invariant(submissionId !== undefined, `${subject.agency.code} has a submission of ${month.month}/${month.year}`)
  const openedAt = openingInstant(month, regime)
  const dueAt = dueInstant(month, regime, stage.days)
  const plot = plotOf(subject.agency.code, fromPresent)
  const typing = typingOf(
    cellsOf(stage, scene),
    `${subject.agency.code} ${month.year} ${month.month}`,
    needsCorrection(plot),
  )
  const timeline =
    fromPresent === 0
      ? timelineUntil(stage.now, openedAt, stage.days)
      : timelineBefore(localDay(dueAt), daysOfWork, stage.days)
  return tellStory(
    { places: stage.places, memory, now: stage.now, personIn: stage.personIn },
    {
      submissionId,
      agencyId: subject.agency.id,
      agencyCode: subject.agency.code,
      areaId: subject.areaId,
      month,
      forms: subject.forms,
      openedAt,
      dueAt,
    },
    { plot, typing, timeline },
  )
}

function cellsOf(stage: Stage, { subject, month, fromPresent, sent }: Scene): readonly CellOfForm[] {
  const filling: Filling = {
    levels: stage.levels,
    agency: subject.agency.code,
    area: subject.area,
    month,
    first: stage.months[0],
    wasSent: (of) => sent.has(monthKey(subject, of)),
  }
  const isUnfinished = fromPresent === 0 && subject.agency.code === 'SNNPTNT'
  return subject.forms.flatMap((form) => {
    const columns = columnsOf(form, month)
    const decimals = new Map(form.layout.rows.map((row) => [row.key, row.decimals]))
    return fillForm(form.layout.rows, columns, filling)
      .filter((cell) => !isUnfinished || !isLeftEmpty(form.layout.code, cell.row, cell.column))
      .map((cell) => ({ ...cell, formId: form.id, decimals: decimals.get(cell.row) ?? 0 }))
      .map((cell) => (isUnfinished ? askedAbout(form.layout.code, cell) : cell))
  })
}

/** What Lan has still to type in the report being made. */
function isLeftEmpty(form: string, row: string, column: string): boolean {
  if (form !== 'NN-01' || column === 'previous') return false
  return row === 'a8' || (column === 'estimate' && (row === 'b2' || row === 'b3'))
}

/** The warning on Lan’s screen: a year to date that is 40 off what follows from the months. */
function askedAbout(form: string, cell: CellOfForm): CellOfForm {
  if (form !== 'NN-01' || cell.row !== 'c12' || cell.column !== 'ytd' || cell.value.kind !== 'number') return cell
  return { ...cell, value: number(toText(plus(exact(cell.value.value), exact('40')))) }
}

function monthKey({ agency }: Subject, { year, month }: Month): string {
  return `${agency.code} ${year} ${month}`
}

function remember(story: Story, { memory, sent, subject, month }: Omit<Scene, 'fromPresent'>): void {
  const edition = story.editions.at(-1)
  if (!edition || edition.promotions.some((one) => one.level === 'withdrawn')) return
  sent.add(monthKey(subject, month))
  const isAccepted = edition.promotions.some((one) => one.level === 'accepted')
  for (const { value, kind, ...key } of edition.values) {
    if (key.vintage === 'plan') continue
    const said = cellValueOf({ kind, value })
    memory.tell(key, { agencyId: subject.agency.id, vintage: key.vintage, value: said, isAccepted })
  }
}
