/**
 * The definition of a table as one line of words, for addresses, saved views and programs:
 * `v1 indicators NN.03 NN.18 areas 83 districts-of-83 periods 2024-9M..2026-9M compare last-year share`.
 * Words and codes are separated by blanks and need no escaping in an address. What is as usual is left out when written,
 * and may be written when read. Any other version is refused, so that an old link never shows a different table.
 */
import { parseLocalDate } from '../period/local-date.ts'
import type { Calendar } from '../period/span.ts'
import { calendars } from '../period/span.ts'
import {
  type AreaChoice,
  comparisons,
  emptyDefinition,
  type PeriodChoice,
  type TableAxis,
  type TableDefinition,
  tableAxes,
  tableReadings,
  tableShows,
} from './definition.ts'
import { type TableProblem, tableProblem } from './problems.ts'

export type ReadDefinition =
  | { readonly ok: true; readonly definition: TableDefinition }
  | { readonly ok: false; readonly problem: TableProblem }

const version = 'v1'
const clauseNames = [
  'indicators',
  'areas',
  'periods',
  'calendar',
  'readings',
  'sources',
  'compare',
  'rows',
  'columns',
  'level',
  'asof',
  'show',
] as const
type ClauseName = (typeof clauseNames)[number]

/** The words of each clause, and what is wrong with them: the first problem met is the one that is told. */
interface Said {
  readonly clauses: ReadonlyMap<ClauseName, readonly string[]>
  readonly problems: TableProblem[]
}

/** Refuses another version, words out of place, a clause or an axis given twice, and values it does not know. */
export function parseDefinition(text: string): ReadDefinition {
  const said = clausesOf(text.split(/[\s+]+/u).filter((word) => word !== ''))
  const definition = definitionOf(said)
  const [problem] = said.problems
  return problem ? { ok: false, problem } : { ok: true, definition }
}

function clausesOf([first = '', ...words]: readonly string[]): Said {
  const problems: TableProblem[] = []
  const clauses = new Map<ClauseName, string[]>()
  if (first !== version) problems.push(tableProblem('table.version-unknown', { found: first }))
  let current: string[] | undefined
  for (const word of words) {
    const name = clauseNames.find((known) => known === word)
    if (name !== undefined) {
      if (clauses.has(name)) problems.push(tableProblem('table.clause-twice', { found: name }))
      current = []
      clauses.set(name, current)
    } else if (current) current.push(word)
    else problems.push(tableProblem('table.unexpected', { found: word }))
  }
  return { clauses, problems }
}

function definitionOf(said: Said): TableDefinition {
  return {
    indicators: wordsOf(said, 'indicators'),
    areas: wordsOf(said, 'areas').map(areaOfWord),
    periods: wordsOf(said, 'periods').map((word) => periodOf(said, word)),
    calendar: single<Calendar>(said, 'calendar', calendars),
    readings: several(said, 'readings', tableReadings),
    sources: single(said, 'sources', ['chosen', 'each'] as const),
    comparisons: several(said, 'compare', comparisons),
    ...axesOf(said),
    level: single(said, 'level', ['accepted', 'provisional'] as const),
    asOf: momentOf(said),
    show: single(said, 'show', tableShows),
  }
}

const usual = {
  calendar: [emptyDefinition.calendar],
  readings: emptyDefinition.readings,
  sources: [emptyDefinition.sources],
  compare: emptyDefinition.comparisons,
  level: [emptyDefinition.level],
  show: [emptyDefinition.show],
} as const

/** Each word once. */
function wordsOf({ clauses, problems }: Said, clause: ClauseName): readonly string[] {
  const words = clauses.get(clause) ?? []
  const twice = words.find((word, at) => words.indexOf(word) !== at)
  if (twice !== undefined) problems.push(tableProblem('table.word-twice', { clause, found: twice }))
  return words
}

function several<Word extends string>(
  said: Said,
  clause: keyof typeof usual | 'rows' | 'columns',
  known: readonly Word[],
): readonly Word[] {
  const given = said.clauses.has(clause) || !(clause in usual)
  const words: readonly string[] = given ? wordsOf(said, clause) : usual[clause as keyof typeof usual]
  return words.flatMap((word) => {
    const found = known.find((one) => one === word)
    if (found !== undefined) return [found]
    said.problems.push(tableProblem('table.unknown-word', { clause, found: word, known: known.join(', ') }))
    return []
  })
}

/** Exactly one word; what is returned for none or several comes with a problem. */
function single<Word extends string>(
  said: Said,
  clause: 'calendar' | 'sources' | 'level' | 'show',
  known: readonly Word[],
): Word {
  const [word, another] = several(said, clause, known)
  if (another !== undefined) said.problems.push(tableProblem('table.unexpected', { found: another }))
  if (word === undefined) {
    said.problems.push(tableProblem('table.unknown-word', { clause, found: '', known: known.join(', ') }))
  }
  return word ?? (usual[clause][0] as Word)
}

/** Axes that are not named stand on the columns, after those that are. */
function axesOf(said: Said): Pick<TableDefinition, 'rows' | 'columns'> {
  const onColumns = several(said, 'columns', tableAxes)
  const onRows = said.clauses.has('rows')
    ? several(said, 'rows', tableAxes)
    : emptyDefinition.rows.filter((axis) => !onColumns.includes(axis))
  const twice = onRows.find((axis) => onColumns.includes(axis))
  if (twice !== undefined) said.problems.push(tableProblem('table.word-twice', { clause: 'columns', found: twice }))
  return { rows: onRows, columns: [...onColumns, ...restOfAxes([...onRows, ...onColumns])] }
}

export function areaOfWord(word: string): AreaChoice {
  const below = /^(districts|communes)-of-(.+)$/u.exec(word)
  if (!below) return { kind: 'one', code: word }
  return { kind: below[1] === 'districts' ? 'districts' : 'communes', of: below[2] ?? '' }
}

function periodOf({ problems }: Said, word: string): PeriodChoice {
  const [from = '', to, more] = word.split('..')
  if (more !== undefined) problems.push(tableProblem('table.period-unknown', { found: word }))
  return to === undefined ? { kind: 'one', label: from } : { kind: 'run', from, to }
}

const momentForm = /^((?:19|[2-9]\d)\d\d-\d\d-\d\d)T([01]\d|2[0-3])[.:]([0-5]\d)[.:]([0-5]\d)Z$/u

function momentOf({ clauses, problems }: Said): string | null {
  const words = clauses.get('asof')
  if (words === undefined) return null
  const parts = momentForm.exec(words.join(' '))
  if (parts && parseLocalDate(parts[1] ?? '')) return `${parts[1]}T${parts[2]}:${parts[3]}:${parts[4]}Z`
  problems.push(tableProblem('table.moment-unknown', { found: words.join(' ') }))
  return null
}

/** One spelling per definition; `parseDefinition` gives it back. */
export function printDefinition(it: TableDefinition): string {
  const clauses: readonly (readonly [ClauseName, readonly string[], readonly string[]])[] = [
    ['indicators', it.indicators, []],
    ['areas', it.areas.map(areaWord), []],
    ['periods', it.periods.map(periodWord), []],
    ['calendar', [it.calendar], usual.calendar],
    ['readings', it.readings, usual.readings],
    ['sources', [it.sources], usual.sources],
    ['compare', it.comparisons, usual.compare],
    ['rows', it.rows, emptyDefinition.rows],
    ['columns', it.columns, restOfAxes(it.rows)],
    ['level', [it.level], usual.level],
    ['asof', it.asOf === null ? [] : [it.asOf.replaceAll(':', '.')], []],
    ['show', [it.show], usual.show],
  ]
  const said = clauses.filter(([, words, unsaid]) => words.join(' ') !== unsaid.join(' '))
  return [version, ...said.flatMap(([name, words]) => [name, ...words])].join(' ')
}

/** In the order in which axes usually stand on columns. */
function restOfAxes(placed: readonly TableAxis[]): readonly TableAxis[] {
  return [...emptyDefinition.columns, ...emptyDefinition.rows].filter((axis) => !placed.includes(axis))
}

export function areaWord(choice: AreaChoice): string {
  return choice.kind === 'one' ? choice.code : `${choice.kind}-of-${choice.of}`
}

export function periodWord(choice: PeriodChoice): string {
  return choice.kind === 'one' ? choice.label : `${choice.from}..${choice.to}`
}
