/**
 * `npx baocao formula '<expression>' --figures figures.csv --at <area> --period <id>`: one formula at one place, from
 * files alone, with the same parser and reading engine as everything else. Prints one JSON object.
 * Exit code 0 when it was computed, is absent for a reason, or help was asked for; 1 when the formula is refused; 2 for
 * wrong usage or a file that cannot be read.
 */
import { sentence } from '#contract/problems.ts'
import { checkAddingUp } from '#core/formula/check-adding-up.ts'
import { checkMeasures } from '#core/formula/check-measures.ts'
import { compile, type NumberFormula } from '#core/formula/compile.ts'
import type { Place } from '#core/formula/formula.ts'
import { parse } from '#core/formula/parser.ts'
import { type FormulaProblem, formulaProblem } from '#core/formula/problems.ts'
import { listedSource } from '#core/reading/listed-source.ts'
import { openReader } from '#core/reading/reader.ts'
import { answer } from './answer.ts'
import { readArguments, usage } from './read-arguments.ts'
import { type FileCatalogue, readCatalogue } from './read-catalogue.ts'
import { readFigures } from './read-figures.ts'
import { strangeNames } from './strange-names.ts'

export interface Voice {
  /** For the answer, and for help that was asked for. */
  readonly say: (line: string) => void
  /** For what was wrong with the call. */
  readonly complain: (line: string) => void
}

/** The exit code. */
export function runFormula(args: readonly string[], { say, complain }: Voice): number {
  const asked = readArguments(args)
  if (asked === 'help') return helped(say)
  if ('says' in asked) return complained(complain, `${asked.says}\n${usage}`)
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
  const named = { ast: read.formula.ast, at: asked.area, catalogue: files.catalogue, figures: listed.figures }
  const notes = strangeNames(named)
  say(JSON.stringify(answer({ ...read, computation, catalogue: files.catalogue, notes }), null, 2))
  return 0
}

function helped(say: Voice['say']): 0 {
  say(usage)
  return 0
}

function complained(complain: Voice['complain'], says: string): 2 {
  complain(says)
  return 2
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
