/** A small catalogue and figures written on one line each, to read from. */

import type { Vintage } from '#core/figure/vintage.ts'
import { compile, type NumberFormula } from '#core/formula/compile.ts'
import type { Reference } from '#core/formula/formula.ts'
import { parse } from '#core/formula/parser.ts'
import type { AreaCode, Indicator, IndicatorCode } from '#core/indicator/indicator.ts'
import { period } from '#core/period/period.ts'
import { absent, type CellValue, notApplicable, nothing, number } from '#core/quantity/cell-value.ts'
import { toText } from '#core/quantity/exact.ts'
import { invariant } from '#core/quantity/invariant.ts'
import { type ListedFigure, listedSource } from '#core/reading/listed-source.ts'
import type { ReadingPlace, Scenario } from '#core/reading/place.ts'
import { openReader, type Reader } from '#core/reading/reader.ts'
import type { Computation } from '#core/reading/reading.ts'
import type { ReadingCatalogue } from '#core/reading/source.ts'

export function anIndicator(code: string, given: Partial<Indicator> = {}): Indicator {
  const usual = { name: code, measure: 'tấn', decimals: 0, nature: 'flow', areaAggregation: 'sum' } as const
  return { ...usual, formula: '', isPublishedAsIs: false, ...given, code: code as IndicatorCode }
}

/** `parents`: area → the one above; areas whose code ends in `-KPB` are «không phân bổ». */
export function aCatalogue(
  indicators: readonly Indicator[],
  parents: Readonly<Record<string, string>>,
): ReadingCatalogue {
  const byCode = new Map<string, Indicator>(indicators.map((each) => [each.code, each]))
  const children = Object.keys(parents).sort() as AreaCode[]
  return {
    indicator: (code) => byCode.get(code),
    childrenOf: (area) => children.filter((child) => parents[child] === area),
    parentOf: (area) => parents[area] as AreaCode | undefined,
    nameOf: (area) => area,
    isOptional: (area) => area.endsWith('-KPB'),
  }
}

export function aReference(text: string): Reference {
  const [code = '', members] = text.split(':')
  return { code, members: members?.split(',').sort() ?? [] }
}

const signs: Readonly<Record<string, CellValue>> = { '…': absent, '–': nothing, '×': notApplicable }

/** `TC.01 83 2021-07 estimate 12.5`, `TC.01 83 2021 plan/HĐND 100`; the fourth word may be `-`: not said. */
export function aFigure(line: string): ListedFigure {
  const [reading = '', area = '', label = '', how = '', said = ''] = line.split(' ')
  const [kind, version = ''] = how.split('/')
  const scenario: Scenario = kind === 'plan' ? { kind: 'plan', version } : { kind: 'actual' }
  const vintage = kind === 'plan' || kind === '-' ? null : (kind as Vintage)
  const value = signs[said] ?? number(said)
  const place = { area: area as AreaCode, period: period(label, 'statistical'), scenario, vintage }
  return { reference: aReference(reading), ...place, value }
}

export function aPlace(area: string, label: string, given: Partial<ReadingPlace> = {}): ReadingPlace {
  const usual = { scenario: { kind: 'actual' }, vintage: 'best' } as const
  return { area: area as AreaCode, period: period(label, 'statistical'), ...usual, ...given }
}

export function aFormulaAtPlaces(text: string): NumberFormula {
  const parsed = parse(text)
  invariant(parsed.ok, `${text} can be parsed`)
  const compiled = compile(parsed.ast, parsed.places, 'places')
  invariant(compiled.ok && compiled.formula.kind === 'number', `${text} can be computed`)
  return compiled.formula
}

export function aReader(catalogue: ReadingCatalogue, lines: readonly string[]): Reader<ListedFigure> {
  return openReader(catalogue, listedSource(lines.map(aFigure)))
}

/** `12.5`, `12.5 without 831`, `absent TC.01`. */
export function told({ outcome }: Pick<Computation, 'outcome'>): string {
  if (outcome.kind === 'none') return `${outcome.reason} ${outcome.of.join(', ')}`.trim()
  return toText(outcome.value) + (outcome.lacking ? ` without ${outcome.lacking.join(', ')}` : '')
}
