import { useText } from '../../platform/text/use-text.ts'
import { Icon } from '../../ui/icons.tsx'
import type { Row } from '../row-attention.ts'
import { summedFrom } from '../source-words.ts'
import { isToBeCalled, phoneAddress, statusLook, statusWords } from '../status-words.ts'

/**
 * Icon, word and day; for whoever is late or missing also the telephone of their contact. A line may have a number though
 * its agency has sent nothing: what it was added up from stands below.
 */
export function StatusMark({ row }: { readonly row: Row }) {
  const text = useText()
  const shown = statusLook(row)
  if (!shown) return null
  const { icon, look } = shown
  const words = statusWords(text, row)
  const summed = summedFrom(text, row)
  return (
    <span className="status-mark">
      <span className={`status-words ${look}`} title={words}>
        <Icon name={icon} size={14} /> {words}
      </span>
      {row.contact && isToBeCalled(row) ? <CallLink contact={row.contact} /> : null}
      {summed === '' ? null : <span className="summed-from">{summed}</span>}
    </span>
  )
}

function CallLink({ contact }: { readonly contact: NonNullable<Row['contact']> }) {
  const text = useText().province
  const who = [contact.contactName, contact.shortName].filter((part) => part !== '').join(', ')
  const label = text.call(who, contact.contactPhone)
  return (
    <a className="call" href={phoneAddress(contact.contactPhone)} aria-label={label} title={label}>
      <Icon name="phone" size={14} />
    </a>
  )
}
