/** What the command prints: the value or the reason for none, how the formula is read, and every figure it used. */
import type { NumberFormula } from '#core/formula/compile.ts'
import { print } from '#core/formula/printer.ts'
import { referenceName } from '#core/formula/reference-name.ts'
import { inWords } from '#core/formula/words.ts'
import { canonicalLabel } from '#core/period/period.ts'
import { spanKey } from '#core/period/span.ts'
import { type CellValue, signOf } from '#core/quantity/cell-value.ts'
import { toText } from '#core/quantity/exact.ts'
import type { ListedFigure } from '#core/reading/listed-source.ts'
import type { Scenario } from '#core/reading/place.ts'
import type { Computation, Derivation, MissingPart } from '#core/reading/reading.ts'
import type { FileCatalogue } from './read-catalogue.ts'
import { reasonSentence } from './reason-sentence.ts'

export interface Answered {
  readonly formula: NumberFormula
  readonly measure: string | null
  readonly computation: Computation<ListedFigure>
  readonly catalogue: FileCatalogue
  readonly notes: readonly string[]
}

export function answer({
  formula,
  measure,
  computation,
  catalogue,
  notes,
}: Answered): Readonly<Record<string, unknown>> {
  const { outcome, partial, missing, how } = computation
  return {
    ...(outcome.kind === 'number'
      ? { value: toText(outcome.value) }
      : {
          value: null,
          reason: {
            code: outcome.reason,
            of: outcome.of,
            sentence: reasonSentence(outcome, missing, catalogue),
          },
        }),
    formula: print(formula.ast),
    words: inWords(formula.ast, (reference) => referenceName(reference, namesIn(catalogue))),
    measure,
    partial,
    missing: missing.map((part) => ({ kind: part.kind, ...addressOf(part), vintage: vintageOf(part) })),
    inputs: inputsOf(how).map(inputView),
    ...(notes.length > 0 && { notes }),
  }
}

/** Files name no breakdowns: members are read as they are spelt. */
function namesIn(catalogue: FileCatalogue): Parameters<typeof referenceName>[1] {
  return { indicators: { get: catalogue.indicator }, breakdowns: new Map() }
}

/** Every figure that was used, once, in the order in which it was met. */
function inputsOf(how: Derivation<ListedFigure>): readonly ListedFigure[] {
  const found = new Set<ListedFigure>()
  const visit = (each: Derivation<ListedFigure>): void => {
    if (each.kind === 'reported') found.add(each.figure.origin)
    else if (each.kind !== 'none') for (const part of each.parts) visit(part.how)
  }
  visit(how)
  return [...found]
}

function inputView(figure: ListedFigure): Readonly<Record<string, string>> {
  return { ...addressOf(figure), vintage: figure.vintage ?? '', value: valueText(figure.value) }
}

function addressOf(figure: Pick<ListedFigure, 'reference' | 'area' | 'period' | 'scenario'>) {
  const { reference, area, period, scenario } = figure
  return {
    indicator: reference.code,
    breakdown: reference.members.join(','),
    area,
    period: canonicalLabel(period.span) ?? spanKey(period.span),
    scenario: scenarioText(scenario),
  }
}

function scenarioText(scenario: Scenario): string {
  if (scenario.kind === 'actual') return 'actual'
  return scenario.version === '' ? 'plan' : scenario.version
}

function vintageOf({ scenario, vintage }: MissingPart): string {
  return scenario.kind === 'plan' || vintage === 'best' ? '' : vintage
}

function valueText(value: CellValue): string {
  return value.kind === 'number' ? value.value : value.kind === 'text' ? value.text : (signOf(value) ?? '')
}
