import type { ReactNode } from 'react'
import type { IndicatorDetail } from '#contract/catalogue.ts'
import { useReadsFigures } from '../../platform/session.ts'
import { useText } from '../../platform/text/use-text.ts'
import { FormulaFact } from './formula-fact.tsx'
import { IndicatorLinks } from './indicator-links.tsx'
import { LatestValue } from './latest-value.tsx'

/** What it is, how it is computed and added up, and both directions of what hangs on it. */
export function IndicatorFacts({ indicator: it }: { readonly indicator: IndicatorDetail }) {
  const text = useText().catalogue
  const words = text.detail
  const readsFigures = useReadsFigures()
  const figure = [
    text.valueKinds[it.valueKind],
    it.measure,
    it.valueKind === 'number' ? words.decimals(it.decimals) : '',
    it.nature === null ? '' : text.natures[it.nature].toLowerCase(),
    it.direction === null ? '' : text.directions[it.direction],
  ]
  return (
    <dl className="facts">
      <FormulaFact indicator={it} />
      {it.valueKind === 'number' && readsFigures ? <LatestValue indicator={it} /> : null}
      <Fact label={words.dependsOn} isShown={it.inputs.length > 0}>
        <IndicatorLinks indicators={it.inputs} />
      </Fact>
      <Fact label={words.usedBy}>
        {it.usedBy.length === 0 ? (
          <span className="mut">{words.notUsed}</span>
        ) : (
          <IndicatorLinks indicators={it.usedBy} />
        )}
      </Fact>
      <Fact label={words.whole} isShown={it.whole !== null}>
        <IndicatorLinks indicators={it.whole === null ? [] : [it.whole]} />
      </Fact>
      <Fact label={words.parts} isShown={it.parts.length > 0}>
        <IndicatorLinks indicators={it.parts} />
      </Fact>
      <Fact label={words.overAreas} isShown={it.areaAggregation !== null}>
        {it.areaAggregation === null ? '' : text.areaAggregations[it.areaAggregation]}
      </Fact>
      <Fact label={words.figure}>{figure.filter((part) => part !== '').join(', ')}</Fact>
      <Fact label={words.definition} isShown={it.definition !== ''}>
        {it.definition}
      </Fact>
      <Fact label={words.officialCode} isShown={it.officialCode !== ''}>
        {it.officialCode}
      </Fact>
      <AskedBy askedBy={it.askedBy} />
      <Fact label={words.source}>
        {it.source} <span className="mut">({confidenceWords(text.confidences, it.confidence)})</span>
      </Fact>
    </dl>
  )
}

function confidenceWords(known: Readonly<Record<string, string>>, confidence: string): string {
  return known[confidence] ?? confidence
}

interface FactProps {
  readonly label: string
  readonly isShown?: boolean
  readonly children: ReactNode
}

function Fact({ label, isShown = true, children }: FactProps) {
  if (!isShown) return null
  return (
    <>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </>
  )
}

const fewAgencies = 3

/** Forms that ask for it: which line, and who fills them in. */
function AskedBy({ askedBy }: Pick<IndicatorDetail, 'askedBy'>) {
  const words = useText().catalogue.detail
  const filledBy = (agencies: readonly string[]): string =>
    agencies.length > fewAgencies ? words.filledByMany(agencies.length) : words.filledBy(agencies.join(', '))
  return (
    <Fact label={words.askedBy}>
      {askedBy.length === 0 ? (
        <span className="mut">{words.notAsked}</span>
      ) : (
        <ul>
          {askedBy.map(({ form, title, line, agencies }) => (
            <li key={`${form} ${line}`}>
              {form} {title}, {words.line(line)}
              {agencies.length === 0 ? '' : <span className="mut">, {filledBy(agencies)}</span>}
            </li>
          ))}
        </ul>
      )}
    </Fact>
  )
}
