import type { ExplorerTable } from '#contract/explorer.ts'
import { useText } from '../../platform/text/use-text.ts'

interface IndicatorChoiceProps {
  readonly indicators: ExplorerTable['indicators']
  readonly chosen: number
  onChoose(at: number): void
}

/** Which indicator is drawn; of one there is nothing to choose, and on paper stands its name. */
export function IndicatorChoice({ indicators, chosen, onChoose }: IndicatorChoiceProps) {
  const words = useText().explorer
  const name = indicators[chosen]?.name
  if (indicators.length < 2) return <h2>{name}</h2>
  return (
    <>
      <select
        className="input no-print"
        aria-label={words.chartIndicator}
        value={chosen}
        onChange={({ target }) => onChoose(Number(target.value))}
      >
        {indicators.map((indicator, at) => (
          <option key={indicator.code} value={at}>
            {indicator.name}
          </option>
        ))}
      </select>
      <h2 className="print-only">{name}</h2>
    </>
  )
}
