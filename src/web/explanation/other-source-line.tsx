import type { Explanation } from '#contract/province.ts'
import { useText } from '../platform/text/use-text.ts'
import { Icon } from '../ui/icons.tsx'
import { shownNumber } from './spoken-value.ts'

interface OtherSourceLineProps {
  readonly source: Explanation['otherSources'][number]
  readonly decimals: number
}

/** Another agency that says another number; both stay. */
export function OtherSourceLine({ source: { area, agency, value, difference }, decimals }: OtherSourceLineProps) {
  const text = useText().province.explain
  return (
    <li className="is-differing">
      <Icon name="conflict" size={14} />
      <span>
        {text.differs} {text.says(agency)}{' '}
        <b className="num-inline">{value.kind === 'number' ? shownNumber(value.value, decimals) : text.noFigure}</b>
        {difference === null ? null : (
          <>
            , {text.differsBy} <span className="num-inline">{shownNumber(difference, decimals)}</span>
          </>
        )}
        {area === '' ? '' : ` (${area})`}
      </span>
    </li>
  )
}
