/**
 * `npx baocao formula '<expression>' --figures figures.csv --at <area> --period <id>`: one formula at one place, from
 * files alone, with the same parser and reading engine as everything else. Prints one JSON object.
 * Exit code 0 when it was computed, or is absent for a reason; 1 when the formula is refused; 2 for wrong usage or a
 * file that cannot be read.
 */
import { parseArgs } from 'node:util'
import { sentence } from '#contract/problems.ts'
import { checkAddingUp } from '#core/formula/check-adding-up.ts'
import { checkMeasures } from '#core/formula/check-measures.ts'
import { compile, type NumberFormula } from '#core/formula/compile.ts'
import { type Formula, operandsOf, type Place } from '#core/formula/formula.ts'
import { parse } from '#core/formula/parser.ts'
import { type FormulaProblem, formulaProblem } from '#core/formula/problems.ts'
import type { AreaCode } from '#core/indicator/indicator.ts'
import { type Period, parsePeriod } from '#core/period/period.ts'
import { calendars } from '#core/period/span.ts'
import { listedSource } from '#core/reading/listed-source.ts'
import { openReader } from '#core/reading/reader.ts'
import { answer } from './answer.ts'
import { type FileCatalogue, readCatalogue } from './read-catalogue.ts'
import { examplePeriods, figureColumns, readFigures } from './read-figures.ts'

export interface Voice {
  /** For the answer. */
  readonly say: (line: string) => void
  /** For what was wrong with the call. */
  readonly complain: (line: string) => void
}

const usage = `Cách dùng:
  npx baocao formula '<công thức>' --figures <tệp.csv> --at <mã địa bàn> --period <kỳ>
      [--calendar statistical|administrative] [--areas <tệp.csv>] [--indicators <tệp.csv>]
Cột của tệp số liệu: ${figureColumns.join(',')}
Kỳ: ${examplePeriods}`

interface Asked {
  readonly expression: string
  readonly figures: string
  readonly area: AreaCode
  readonly period: Period
  readonly areas: string | undefined
  readonly indicators: string | undefined
}

/** The exit code. */
export function runFormula(args: readonly string[], { say, complain }: Voice): number {
  const asked = askedFor(args)
  if (typeof asked === 'string') return complained(complain, `${asked}\n${usage}`)
  const files = readCatalogue(asked)
  if (!files.ok) return complained(complain, files.says)
  const listed = readFigures(asked.figures, asked.period.calendar)
  if (!listed.ok) return complained(complain, listed.says)
  const read = readFormula(asked.expression, files.catalogue)
  if (!read.ok) {
    say(JSON.stringify({ problems: read.problems.map((each) => ({ ...each, sentence: sentence(each) })) }, null, 2))
    return 1
  }
  const place = { area: asked.area, period: asked.period, scenario: { kind: 'actual' }, vintage: 'best' } as const
  const computation = openReader(files.catalogue, listedSource(listed.figures)).evaluate(read.formula, place)
  const notes = areasNotInTree(read.formula.ast, asked.area, files.catalogue)
  say(JSON.stringify(answer({ ...read, computation, catalogue: files.catalogue, notes }), null, 2))
  return 0
}

function complained(complain: Voice['complain'], says: string): 2 {
  complain(says)
  return 2
}

/** A formula may begin with a minus, which would be read as an option: none of ours is one letter. */
function expressionLast(args: readonly string[]): string[] {
  const isMinus = (arg: string) => /^-[^-]/.test(arg)
  const formulas = args.includes('--') ? [] : args.filter(isMinus)
  return formulas.length === 0 ? [...args] : [...args.filter((arg) => !isMinus(arg)), '--', ...formulas]
}

const text = { type: 'string' } as const
const options = { figures: text, at: text, period: text, calendar: text, areas: text, indicators: text }

/** What was asked, or what is wrong with the call. */
function askedFor(args: readonly string[]): Asked | string {
  let parsed: ReturnType<typeof parseArgs<{ options: typeof options; allowPositionals: true }>>
  try {
    parsed = parseArgs({ args: expressionLast(args), options, allowPositionals: true })
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
  const { values, positionals } = parsed
  const [expression, ...others] = positionals
  if (expression === undefined) return 'Thiếu công thức.'
  if (others.length > 0) return `Thừa «${others.join(' ')}». Hãy đặt công thức trong dấu nháy đơn.`
  const { figures, at, calendar = 'statistical' } = values
  if (!figures || !at || !values.period) return 'Thiếu --figures, --at hoặc --period.'
  const followed = calendars.find((known) => known === calendar)
  if (!followed) return `Không có lịch «${calendar}».`
  const period = parsePeriod(values.period, followed)
  if (!period) return `«${values.period}» không phải kỳ báo cáo.`
  const { areas, indicators } = values
  return { expression: expression.normalize('NFC'), figures, area: at as AreaCode, period, areas, indicators }
}

type ReadFormula =
  | { readonly ok: true; readonly formula: NumberFormula; readonly measure: string | null }
  | { readonly ok: false; readonly problems: readonly FormulaProblem[] }

function readFormula(expression: string, catalogue: FileCatalogue): ReadFormula {
  const parsed = parse(expression)
  if (!parsed.ok) return parsed
  const { ast, places } = parsed
  const compiled = compile(ast, places, 'places')
  if (!compiled.ok) return compiled
  if (compiled.formula.kind === 'logic') return { ok: false, problems: [notANumber(places.get(ast))] }
  const measureOf = ({ code }: { readonly code: string }) => catalogue.indicator(code)?.measure
  const { measure, problems: ofMeasures } = checkMeasures({ ast, places, measureOf })
  const problems = [...ofMeasures, ...checkAddingUp({ ast, places, apart: catalogue.apart })]
  return problems.length > 0 ? { ok: false, problems } : { ok: true, formula: compiled.formula, measure }
}

function notANumber(place: Place = { position: 0, length: 0 }): FormulaProblem {
  return formulaProblem('formula.not-a-number', place, {})
}

/**
 * Which areas lie below one that the tree does not know cannot be told from the figures: an area that nobody mentions
 * would silently be no part of the total. So nothing is guessed, and the answer says how to give the tree.
 */
function areasNotInTree(ast: Formula, at: string, { hasArea }: FileCatalogue): readonly string[] {
  const visited = [ast]
  const areas = new Set<string>()
  let usesTree = false
  for (let node = visited.pop(); node !== undefined; node = visited.pop()) {
    visited.push(...operandsOf(node))
    if (node.kind !== 'call') continue
    const [, second] = node.operands
    if (node.name === 'children' || (node.name === 'share' && !second)) usesTree = true
    if (node.name === 'at' && second?.kind === 'string') areas.add(second.text)
  }
  const unknown = usesTree ? [at, ...areas].filter((area) => !hasArea(area)) : []
  return unknown.map(
    (area) => `Cây địa bàn không có «${area}». Hãy đưa cây bằng --areas <tệp.csv> với các cột code,parent[,name].`,
  )
}
