import { useText } from '../../platform/text/use-text.ts'
import { Icon } from '../../ui/icons.tsx'
import { PlaceList } from '../formula-field/place-list.tsx'
import type { PlacedSentence } from '../formula-field/placed-sentence.ts'
import type { TypedFormula } from './read-typed.ts'

interface TypedReadingProps {
  readonly text: string
  readonly typed: TypedFormula
  readonly measure: string
  onShow(place: PlacedSentence): void
}

/** What the formula says as it stands: in words, or what has to be corrected and where. */
export function TypedReading({ text, typed: { words, problems, notes }, measure, onShow }: TypedReadingProps) {
  const says = useText().formula
  return (
    <div className="typed-reading" aria-live="polite">
      {words === '' ? null : (
        <p>
          <span className="mut">{says.wordsHere}</span> <b>{words}</b>
        </p>
      )}
      {text.trim() === '' ? <p className="mut">{says.nothingYet}</p> : null}
      {text.trim() !== '' && problems.length === 0 ? (
        <p className="ok">
          <Icon name="check" size={14} /> {says.measureFits(measure)}
        </p>
      ) : null}
      <PlaceList title={says.problems} places={problems} text={text} look="bad" onShow={onShow} />
      <PlaceList title={says.notes} places={notes} text={text} look="warn" onShow={onShow} />
    </div>
  )
}
