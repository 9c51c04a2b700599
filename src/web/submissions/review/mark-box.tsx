import { useText } from '../../platform/text/use-text.ts'
import type { MarkedCell } from './differences.ts'
import type { Marks } from './use-marks.ts'

export function MarkBox({ mark, marks }: { readonly mark: MarkedCell; readonly marks: Marks }) {
  const text = useText().review
  return (
    <label className="mark-box">
      <input
        type="checkbox"
        aria-label={text.markCell(mark.label)}
        checked={marks.has(mark)}
        onChange={() => marks.toggle(mark)}
      />
    </label>
  )
}
