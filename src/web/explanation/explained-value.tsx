import type { ReactNode } from 'react'
import type { ExplanationNode } from '#contract/explanation.ts'
import { useText } from '../platform/text/use-text.ts'
import { shownNumber, spokenValue } from './spoken-value.ts'

interface ExplainedValueProps {
  readonly node: Pick<ExplanationNode, 'value' | 'decimals' | 'measure'>
  /** What it is, at the end of its line. */
  readonly children?: ReactNode
}

/** The number that is explained, large, with its measure; or why there is none. */
export function ExplainedValue({ node: { value, decimals, measure }, children }: ExplainedValueProps) {
  const text = useText()
  return (
    <div className="explain-number">
      {value.kind === 'number' ? (
        <>
          <b className="num-inline">{shownNumber(value.value, decimals)}</b>
          <span className="ink2">{measure}</span>
        </>
      ) : (
        <b>{spokenValue(text, value, decimals)}</b>
      )}
      <span className="grow" />
      {children}
    </div>
  )
}
