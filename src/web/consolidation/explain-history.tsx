import type { Explanation } from '#contract/province.ts'
import { terseMoment } from '../platform/text/moments.ts'
import { useText } from '../platform/text/use-text.ts'
import { wireWords } from './value-words.ts'

/** What was known before, newest first. */
export function ExplainHistory({ explanation }: { readonly explanation: Explanation }) {
  const text = useText()
  const { history, node } = explanation
  if (history.length === 0) return null
  return (
    <section>
      <h3>{text.province.history}</h3>
      <ol className="explain-history">
        {history.map((entry) => (
          <li key={`${entry.at} ${entry.agency} ${entry.vintage}`}>
            <span className="mut num-inline">{terseMoment(entry.at)}</span>
            <span className="grow">
              {entry.agency}
              {entry.vintage === null ? '' : `, ${text.vintages[entry.vintage].toLowerCase()}`}
              {entry.source === '' ? '' : ` · ${entry.source}`}
            </span>
            <b className="num-inline">{wireWords(entry.value, node.decimals)}</b>
          </li>
        ))}
      </ol>
    </section>
  )
}
