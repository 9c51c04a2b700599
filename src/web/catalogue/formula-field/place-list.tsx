import { useText } from '../../platform/text/use-text.ts'
import { Icon } from '../../ui/icons.tsx'
import type { PlacedSentence } from './placed-sentence.ts'

interface PlaceListProps {
  readonly title: string
  readonly places: readonly PlacedSentence[]
  readonly text: string
  readonly look: 'bad' | 'warn'
  onShow(place: PlacedSentence): void
}

/** Each with a button that selects its place in the text. */
export function PlaceList({ title, places, text, look, onShow }: PlaceListProps) {
  const says = useText().formula
  if (places.length === 0) return null
  return (
    <ul className="place-list" aria-label={title}>
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
