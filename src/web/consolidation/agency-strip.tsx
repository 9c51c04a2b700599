import type { ProvinceTable } from '#contract/province.ts'
import { useText } from '../platform/text/use-text.ts'
import { Icon } from '../ui/icons.tsx'
import { RemindButton } from './questions/remind-button.tsx'
import { needsAttention } from './row-attention.ts'
import { type StatusLook, statusLooks } from './status-words.ts'
import { TableLinks } from './table-links.tsx'
import { useProvinceSearch } from './use-province-search.ts'
import { WholeDue } from './versions/whole-due.tsx'

/** How many agencies are in, late or missing, and the way to just the rows somebody has to handle. */
export function AgencyStrip({ table }: { readonly table: ProvinceTable }) {
  const text = useText().province
  const { onlyAttention, change } = useProvinceSearch()
  const { total, accepted, sent, late, missing, revised } = table.agencies
  const { kind } = table.area
  const counts = { accepted, sent, late, missing, revised }
  // Red is for lateness: before the deadline nobody is late.
  const looks = { ...statusLooks, missing: table.at > table.dueAt ? statusLooks.overdue : statusLooks.missing }
  const open = table.rows.filter(needsAttention).length
  const lines = table.rows.filter(({ kind }) => kind !== 'title').length
  return (
    <div className="agency-strip no-print">
      <b>{kind === 'province' ? text.agencies(total) : text.agenciesHere[kind](total)}</b>
      <span className="agency-stack" aria-hidden="true">
        {(['accepted', 'sent', 'late', 'missing'] as const).map((kind) =>
          counts[kind] > 0 ? (
            <i key={kind} className={`is-${kind} ${looks[kind].look}`} style={{ flex: counts[kind] }} />
          ) : null,
        )}
      </span>
      <ul className="agency-counts">
        {(['accepted', 'sent', 'late', 'missing', 'revised'] as const).map((kind) =>
          counts[kind] > 0 ? <Count key={kind} {...looks[kind]} words={text.counts[kind](counts[kind])} /> : null,
        )}
      </ul>
      <RemindButton table={table} />
      {table.consolidatedDue ? <WholeDue due={table.consolidatedDue} /> : null}
      <span className="grow" />
      <TableLinks table={table} />
      {onlyAttention ? <span className="mut nw">{text.shownRows(open, lines)}</span> : null}
      {onlyAttention || open > 0 ? (
        <button
          type="button"
          className="link nw"
          aria-pressed={onlyAttention}
          onClick={() => change({ attention: onlyAttention ? undefined : true })}
        >
          {onlyAttention ? text.allRows : text.onlyAttention(open)}
        </button>
      ) : null}
    </div>
  )
}

function Count({ icon, look, words }: StatusLook & { readonly words: string }) {
  return (
    <li className={look}>
      <Icon name={icon} size={14} /> {words}
    </li>
  )
}
