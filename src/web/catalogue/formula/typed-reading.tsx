import { useText } from '../../platform/text/use-text.ts'
import { Icon } from '../../ui/icons.tsx'
import type { PlacedSentence, TypedFormula } from './read-typed.ts'

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
      <Places title={says.problems} places={problems} text={text} look="bad" onShow={onShow} />
      <Places title={says.notes} places={notes} text={text} look="warn" onShow={onShow} />
    </div>
  )
}

interface PlacesProps {
  readonly title: string
  readonly places: readonly PlacedSentence[]
  readonly text: string
  readonly look: 'bad' | 'warn'
  onShow(place: PlacedSentence): void
}

/** Each with a button that selects its place in the text. */
function Places({ title, places, text, look, onShow }: PlacesProps) {
  const says = useText().formula
  if (places.length === 0) return null
  return (
    <ul aria-label={title}>
      {places.map((place) => (
        <li key={`${place.position} ${place.sentence}`} className={look}>
          <Icon name={look === 'bad' ? 'stop' : 'warn'} size={14} />
          <span>
            {place.sentence}{' '}
            <button type="button" className="link" onClick={() => onShow(place)}>
              {text.slice(place.position, place.position + place.length).slice(0, 30) ||
                says.atPlace(place.position + 1)}
            </button>
          </span>
        </li>
      ))}
    </ul>
  )
}
