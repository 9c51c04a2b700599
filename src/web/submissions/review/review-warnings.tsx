import { Link } from '@tanstack/react-router'
import { findingSentence } from '#contract/finding-sentences.ts'
import { useLanguage } from '../../platform/text/language.ts'
import { useText } from '../../platform/text/use-text.ts'
import { rowOf } from '../form/form-model.ts'
import { type FormDifferences, isUnexplained, movedId } from './differences.ts'
import { ReviewMessage } from './review-message.tsx'

/** More of them than this would push the decision out of sight; the table names all. */
const mostNamed = 3

/**
 * What the automatic checks found, with what was said about it. That nothing was found is said only of what was looked at:
 * warnings, changes beyond the threshold, and figures that this reader may read.
 */
export function ReviewWarnings({ differences }: { readonly differences: readonly FormDifferences[] }) {
  const text = useText().review
  const { language } = useLanguage()
  const warnings = differences.flatMap(({ model, warnings: found }) => found.map((finding) => ({ model, finding })))
  return (
    <>
      {warnings.length === 0 ? <ReviewMessage icon="check">{text.noWarnings}</ReviewMessage> : null}
      {warnings.map(({ model, finding }) => {
        const note = model.cells.get(`${finding.row}.${finding.column}`)?.note ?? ''
        return (
          <ReviewMessage
            key={`${model.form.formId}.${finding.row}.${finding.column}.${finding.rule}`}
            icon="warn"
            note={note === '' ? text.unexplained : `${text.note}: ${note}`}
          >
            <b>{rowOf(model, finding.row)?.label}.</b> {findingSentence(finding, language)}
          </ReviewMessage>
        )
      })}
      <Moves differences={differences} />
      {differences.some(({ model }) => model.withheld.size > 0) ? (
        <ReviewMessage icon="clock">{text.withheldFindings}</ReviewMessage>
      ) : null}
    </>
  )
}

/** Changes beyond the threshold: those that nobody explained by name, each leading to its row; the others counted. */
function Moves({ differences }: { readonly differences: readonly FormDifferences[] }) {
  const text = useText().review
  const { language } = useLanguage()
  const moves = differences.flatMap(({ model, moved }) => moved.map((it) => ({ model, it })))
  if (moves.length === 0) return <ReviewMessage icon="check">{text.noMoves}</ReviewMessage>
  const unexplained = moves.filter(({ it }) => isUnexplained(it))
  const computed = moves.filter(({ it }) => !it.isExplainable).length
  const explained = moves.length - unexplained.length - computed
  const toRow = { from: '/review/$submissionId', to: '/review/$submissionId', search: { view: 'differences' } } as const
  return (
    <>
      {unexplained.slice(0, mostNamed).map(({ model, it }) => (
        <ReviewMessage key={movedId(model, it)} icon="stop" note={text.unexplained}>
          <Link {...toRow} hash={movedId(model, it)}>
            {it.row.label}
          </Link>
          . {findingSentence(it.finding, language)}
        </ReviewMessage>
      ))}
      {unexplained.length > mostNamed ? (
        <p className="message">
          <Link {...toRow}>{text.seeUnexplained(unexplained.length)}</Link>
        </p>
      ) : null}
      {explained > 0 ? <ReviewMessage icon="check">{text.explainedMoves(explained)}</ReviewMessage> : null}
      {computed > 0 ? <ReviewMessage icon="fx">{text.computedMoves(computed)}</ReviewMessage> : null}
    </>
  )
}
