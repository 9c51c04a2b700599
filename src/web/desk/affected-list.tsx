import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useSession } from '../platform/session.ts'
import { spokenMoment } from '../platform/text/moments.ts'
import { reportTitle } from '../platform/text/report-title.ts'
import { useText } from '../platform/text/use-text.ts'
import { buttonClass } from '../ui/button.tsx'
import { Tag } from '../ui/tag.tsx'
import { DeskSection } from './desk-section.tsx'
import { affectedOptions } from './use-desk.ts'

/** Periods whose pinned version is no longer what the figures say; nothing while there are none. */
export function AffectedList() {
  const text = useText()
  const { places } = useSession()
  const { data } = useQuery({ ...affectedOptions(), enabled: places.includes('province') })
  if (!data || data.versions.length === 0) return null
  return (
    <DeskSection
      id="affected"
      title={text.affected.onDesk}
      count={<Tag look="warn">{data.versions.length}</Tag>}
      hint={text.affected.hint}
    >
      <div className="card">
        {data.versions.map((it) => (
          <article key={`${it.regime.code} ${it.period.label} ${it.version}`} className="due due-flat">
            <div className="due-day">
              <b>{text.consolidation.versionName(it.version, it.reading === 'provisional')}</b>
              <small className="warn">{text.affected.cells(it.affected)}</small>
            </div>
            <div>
              <h3>{reportTitle(it.regime.name, it.period.name)}</h3>
              <p className="xs ink2">{text.affected.pinnedAt(spokenMoment(text, it.at))}</p>
            </div>
            <div className="due-action">
              <Link
                to="/province/$period/versions"
                params={{ period: it.period.label }}
                search={{ version: it.version }}
                className={buttonClass('outline')}
              >
                {text.affected.see}
              </Link>
            </div>
          </article>
        ))}
      </div>
    </DeskSection>
  )
}
