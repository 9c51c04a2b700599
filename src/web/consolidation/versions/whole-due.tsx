import type { ConsolidatedDue } from '#contract/consolidated-due.ts'
import { dueWords, standingToDue } from '../../platform/text/standing-to-due.ts'
import { useText } from '../../platform/text/use-text.ts'
import { Tag } from '../../ui/tag.tsx'

/** When the whole is due at whoever it is for, and how it stands to that. */
export function WholeDue({ due }: { readonly due: ConsolidatedDue }) {
  const text = useText()
  const { look, words } = standingToDue(text, due)
  return (
    <span className="whole-due" title={due.act}>
      {text.wholeDue.whole} {due.sentAt === null ? `${dueWords(text, due)} ` : null}
      <Tag look={look} icon="clock">
        {words}
      </Tag>
    </span>
  )
}
