import { useText } from '../../platform/text/use-text.ts'
import { type FormModel, isStatedBase } from './form-model.ts'

/** Beside a base that the agency states: on paper, too, it must not pass for the figure on record. */
export function StatedMark() {
  const { stated } = useText().grid.marks
  return (
    <span className="stated-mark" role="img" aria-label={stated} title={stated}>
      *
    </span>
  )
}

/** What the mark means; nothing where nobody states a base. */
export function StatedNote({ model }: { readonly model: FormModel }) {
  const { stated } = useText().grid.marks
  const hasAny = model.rows.some((row) => model.columns.some((column) => isStatedBase(model, { row, column })))
  return hasAny ? <p className="stated-note ink2">* {stated}</p> : null
}
