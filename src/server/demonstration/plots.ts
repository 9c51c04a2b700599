/**
 * The courses a submission takes in the demonstration: when somebody types, and which steps are taken by when, as shares
 * of the time there is (1 is the deadline; for the present period it is now). Most go straight; some are returned, late,
 * taken back, or never sent.
 */
import type { Verb } from '#core/workflow/workflow.ts'
import { draw } from './draw.ts'

export interface StepAct {
  readonly share: number
  readonly does: Verb
  readonly reason?: string
  /** Whether cells are marked for correction. */
  readonly marks?: boolean
}

interface EnterAct {
  readonly share: number
  readonly does: 'enter'
  readonly cells: 'first' | 'rest' | 'corrections'
}

export type Act = StepAct | EnterAct

const act = (share: number, does: Verb, reason?: string): StepAct => ({
  share,
  does,
  ...(reason !== undefined && { reason }),
})
const enter = (share: number, cells: EnterAct['cells']): EnterAct => ({ share, does: 'enter', cells })
const filled = [enter(0.18, 'first'), enter(0.42, 'rest')]

const straight: readonly Act[] = [
  ...filled,
  act(0.6, 'submit'),
  act(0.72, 'appraise'),
  act(0.83, 'approve'),
  act(0.9, 'seal'),
  act(0.95, 'send'),
  act(1.05, 'accept'),
]

const returnReasons = [
  'Số ước tăng nhiều so với tháng trước nhưng chưa có giải trình. Đề nghị kiểm tra lại các ô được đánh dấu.',
  'Lũy kế không khớp với báo cáo tháng trước. Đề nghị đối chiếu và sửa các ô được đánh dấu.',
  'Số liệu chưa khớp với biểu của các phòng chuyên môn. Đề nghị rà soát các ô được đánh dấu.',
] as const

const returnReason = (agency: string, index: number): string =>
  returnReasons[Math.floor(draw('return', agency, index) * returnReasons.length)] ?? returnReasons[0]

const returnedInside = (reason: string): readonly Act[] => [
  ...filled,
  act(0.5, 'submit'),
  { ...act(0.58, 'sendBack', reason), marks: true },
  enter(0.66, 'corrections'),
  act(0.68, 'submit'),
  ...straight.slice(3),
]

/** Sent twice: the second time after `back`, which takes the first back. */
const sentTwice = (back: Act): readonly Act[] => [
  ...filled,
  act(0.5, 'submit'),
  act(0.58, 'appraise'),
  act(0.64, 'approve'),
  act(0.68, 'seal'),
  act(0.7, 'send'),
  back,
  enter(0.82, 'corrections'),
  act(0.83, 'submit'),
  act(0.86, 'appraise'),
  act(0.9, 'approve'),
  act(0.93, 'seal'),
  act(0.96, 'send'),
  act(1.06, 'accept'),
]

const returnedByReceiver = (reason: string) => sentTwice({ ...act(0.76, 'sendBack', reason), marks: true })
const takenBack = sentTwice(act(0.75, 'withdraw', 'Phát hiện sai đơn vị tính ở một chỉ tiêu, xin rút để sửa.'))

function late(agency: string, index: number): readonly Act[] {
  const stretch = 1.1 + 0.5 * draw('late', agency, index)
  return straight.map((one) => ({ ...one, share: one.share * stretch }))
}

function until(acts: readonly Act[], last: Verb): readonly Act[] {
  return acts.slice(0, acts.findLastIndex((one) => one.does === last) + 1)
}

/** The last step or typing ends somewhere before now. */
function fitted(acts: readonly Act[], agency: string): readonly Act[] {
  const last = acts.at(-1)
  const end = (0.7 + 0.28 * draw('until', agency)) / (last?.share ?? 1)
  return acts.map((one) => ({ ...one, share: one.share * end }))
}

/** The period being reported now, by agency: something at every step. */
function presentPlot(agency: string): readonly Act[] {
  const reason = returnReason(agency, 0)
  switch (agency) {
    case 'CTK':
    case 'HQ':
    case 'STC':
    case 'SYT':
    case 'UBND-833':
    case 'UBND-838':
      return fitted(until(straight, 'send'), agency)
    case 'VP-UBND':
      return fitted(until(straight, 'seal'), agency)
    case 'UBND-837':
      return fitted(until(straight, 'approve'), agency)
    case 'TTT':
      return fitted(until(straight, 'appraise'), agency)
    case 'SKHDT':
      return fitted(until(straight, 'submit'), agency)
    case 'SVHTTDL':
      return fitted(until(returnedByReceiver(reason), 'sendBack'), agency)
    case 'UBND-836':
      return fitted(until(returnedInside(reason), 'sendBack'), agency)
    case 'SNNPTNT':
      return fitted(filled, agency)
    case 'UBND-832':
      return [enter(0.9, 'first')]
    case 'KBNN':
      return []
    default:
      return fitted(straight, agency)
  }
}

/** The period before: nearly complete, with what keeps a consolidator busy. */
function lastPlot(agency: string): readonly Act[] {
  switch (agency) {
    case 'KBNN':
      return filled.slice(0, 1)
    case 'SVHTTDL':
      return until(straight, 'approve')
    case 'HQ':
    case 'STC':
    case 'UBND-832':
      return late(agency, 1)
    case 'CT':
      return returnedInside(returnReason(agency, 1))
    case 'UBND-835':
      return returnedByReceiver(returnReason(agency, 1))
    default:
      return straight
  }
}

/** Reports that never came, by agency and how many periods ago. */
const neverSent = new Set(['UBND-837 7', 'TTT 13', 'UBND-831 20'])

/** `index` counts periods back from the present, which is 0. */
export function plotOf(agency: string, index: number): readonly Act[] {
  if (index === 0) return presentPlot(agency)
  if (index === 1) return lastPlot(agency)
  if (neverSent.has(`${agency} ${index}`)) return filled
  const chance = draw('plot', agency, index)
  if (chance < 0.03) return returnedByReceiver(returnReason(agency, index))
  if (chance < 0.1) return returnedInside(returnReason(agency, index))
  if (chance < 0.16) return late(agency, index)
  return chance < 0.17 ? takenBack : straight
}

export function needsCorrection(plot: readonly Act[]): boolean {
  return plot.some((one) => one.does === 'sendBack' || one.does === 'withdraw')
}
