import type { FigureExplanation } from '#contract/explanation.ts'
import { shortMoment } from '../platform/clock.ts'
import { useText } from '../platform/text/use-text.ts'
import { shownNumber } from './spoken-value.ts'
import { WithdrawalNote } from './withdrawal-note.tsx'

interface HistoryListProps {
  readonly explanation: Pick<FigureExplanation, 'history' | 'node'>
}

/**
 * Everything its agency ever said of this figure, newest first, with what was taken back; one saying alone is no history,
 * unless it was taken back.
 */
export function HistoryList({ explanation: { history, node } }: HistoryListProps) {
  const text = useText()
  if (history.length < 2 && history.every(({ withdrawn }) => withdrawn === null)) return null
  return (
    <section className="explain-part">
      <h3>{text.province.explain.history}</h3>
      <ol className="figure-history">
        {history.map(({ at, value, agency, vintage, level, source, withdrawn }) => (
          <li key={`${at} ${vintage} ${source} ${agency}`} className={withdrawn ? 'is-withdrawn' : undefined}>
            <span>
              <span className="num-inline">{shortMoment(at)}</span>
              <small>
                {[vintage === null ? '' : text.vintages[vintage], withdrawn ? '' : text.levels[level], agency, source]
                  .filter((part) => part !== '')
                  .join(' · ')}
              </small>
              {withdrawn ? <WithdrawalNote withdrawal={withdrawn} /> : null}
            </span>
            <b className="num-inline">
              {value.kind === 'number' ? shownNumber(value.value, node.decimals) : text.province.explain.noFigure}
            </b>
          </li>
        ))}
      </ol>
    </section>
  )
}
