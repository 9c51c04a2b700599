/**
 * The checks that every form is asked without anybody writing a rule, in the same language as the rules. All are soft,
 * because refunds and downward revisions are normal and a head may sign a figure that looks odd; only a total that
 * somebody typed by hand has to be the sum of its parts.
 */
import { cellRole, type FormColumn, type FormRow } from '../form/layout.ts'
import { knownOf } from '../form/stated-bases.ts'
import type { FindingCode } from './finding.ts'
import type { FormFrame } from './form-readings.ts'
import { type AskedCheck, type PlannedCheck, planCondition } from './plan-checks.ts'
import type { Severity } from './rule.ts'

interface BuiltIn {
  readonly code: FindingCode
  readonly condition: string
  /** Soft when left out. */
  readonly severity?: Severity
  readonly words?: Readonly<Record<string, string>>
  readonly whenNoteBegins?: string
}

/** Version of the built-in checks; it moves when what they find changes, so that a recorded finding says by which it was found. */
const builtInVersion = 1

export interface FrameWithThreshold extends FormFrame {
  /** Percent beyond which a change asks for an explanation. */
  readonly changeThreshold: number
}

/** In reading order of the rows. */
export function planBuiltIn(frame: FrameWithThreshold): readonly PlannedCheck[] {
  const byKey = new Map(frame.rows.map((row) => [row.key, row]))
  return frame.rows.flatMap((row, index) =>
    row.kind === 'title'
      ? []
      : [...ofPlace(frame, row, index), ...ofTime(frame, row), ...ofBases(frame, row), ...ofWords(row)].flatMap((it) =>
          planCondition(frame, it.condition, { asked: asked(it), rowOf: (key) => byKey.get(key) }),
        ),
  )
}

function asked({ code, severity = 'soft', words = {}, whenNoteBegins }: BuiltIn): AskedCheck {
  const rule = code.replace('finding.', 'built-in.')
  return { code, rule, version: builtInVersion, severity, words, ...(whenNoteBegins && { whenNoteBegins }) }
}

/** Against the other rows of the column. */
function ofPlace({ rows }: FormFrame, row: FormRow, index: number): readonly BuiltIn[] {
  if (row.kind === 'ofWhich') {
    const whole = rows
      .slice(0, index)
      .findLast(({ kind, level }) => kind !== 'ofWhich' && kind !== 'title' && level < row.level)
    const condition = `[${row.key}] <= [${whole?.key}]`
    return whole ? [{ code: 'finding.of-which-exceeds-whole', condition, words: { whole: whole.label } }] : []
  }
  if (row.kind !== 'total' || row.formula !== undefined) return []
  const parts = partsBelow(rows, index)
  const condition = `[${row.key}] = ${parts.map(({ key }) => `[${key}]`).join(' + ')}`
  return parts.length > 1 ? [{ code: 'finding.total-differs', condition, severity: 'hard' }] : []
}

/** The rows right below a total, one level deeper, until the next row of its own level. */
function partsBelow(rows: readonly FormRow[], index: number): readonly FormRow[] {
  const level = rows[index]?.level ?? 0
  const end = rows.findIndex((row, at) => at > index && (row.level <= level || row.kind === 'title'))
  const below = rows.slice(index + 1, end === -1 ? rows.length : end)
  return below.filter((row) => row.level === level + 1 && row.kind !== 'ofWhich')
}

/** Against the other columns of the row. */
function ofTime(frame: FrameWithThreshold, row: FormRow): readonly BuiltIn[] {
  const it = `[${row.key}]`
  const threshold = frame.changeThreshold
  const comparable: readonly BuiltIn[] =
    row.nature === 'rate'
      ? []
      : [
          {
            code: 'finding.ten-times',
            condition: `abs(${it} / previous(${it})) < 10 and abs(${it} / previous(${it})) > 0.1 or ${it} = 0 or previous(${it}) = 0`,
          },
          ...[`growth(${it}; previous(${it}))`, `growth(${it})`].map((growth) => ({
            code: 'finding.large-change' as const,
            condition: `abs(${growth}) <= ${threshold}`,
            words: { threshold: String(threshold), ...(row.formula !== undefined && { of: 'computed' }) },
          })),
        ]
  return [...(row.nature === 'flow' ? ofYear(frame, row) : []), ...comparable]
}

/** ytd(m) = ytd(m−1) − estimate(m−1) + revised(m−1) + estimate(m); the six months of May's form add June's estimate. */
function ofYear({ columns }: FormFrame, row: FormRow): readonly BuiltIn[] {
  const it = `[${row.key}]`
  const sum = `previous(ytd(${it})) - vintage(previous(${it}); "estimate") + previous(${it}) + ${it}`
  const typed = (offset: FormColumn['offset']): FormColumn | undefined =>
    columns.find((column) => column.offset === offset && cellRole(row, column) === 'typed')
  const [half, next] = [typed('halfYear'), typed('nextMonth')]
  return [
    ...(typed('yearToDate')
      ? ([
          { code: 'finding.year-to-date-differs', condition: `ytd(${it}) = ${sum}` },
          { code: 'finding.year-to-date-falls', condition: `ytd(${it}) >= previous(ytd(${it}))` },
        ] as const)
      : []),
    ...(half && next
      ? ([
          {
            code: 'finding.half-year-differs',
            condition: `[${row.key}.${half.key}] = ${sum} + [${row.key}.${next.key}]`,
          },
        ] as const)
      : []),
  ]
}

/** A base that the agency states is compared with what is known. */
function ofBases({ columns }: FormFrame, row: FormRow): readonly BuiltIn[] {
  const bases = columns.filter((column) => cellRole(row, column) === 'base')
  return bases.map(({ key }) => ({
    code: 'finding.base-differs',
    condition: `[${row.key}.${key}] = [${row.key}.${knownOf(key)}]`,
  }))
}

/** «Mức giảm» with a minus in front says the opposite; a note that begins «Tăng …» over a figure that fell, too. */
function ofWords(row: FormRow): readonly BuiltIn[] {
  const it = `[${row.key}]`
  const saysFall = /(?:^|\s)giảm(?:\s|$)/iu.test(row.label)
  const moved = (word: string, sign: string): BuiltIn => ({
    code: 'finding.note-against-figure',
    condition: `${it} ${sign} previous(${it}) or ${it} ${sign} lastYear(${it})`,
    words: { word },
    whenNoteBegins: word,
  })
  return [
    ...(saysFall ? [{ code: 'finding.sign-against-word' as const, condition: `${it} >= 0` }] : []),
    moved('tăng', '>='),
    moved('giảm', '<='),
  ]
}
