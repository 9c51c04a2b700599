import type { IndicatorDetail, IndicatorVersion } from '#contract/catalogue.ts'
import { fullDay, shortMoment } from '../../platform/clock.ts'
import { useText } from '../../platform/text/use-text.ts'
import { Tag } from '../../ui/tag.tsx'

/** Every version, last saved first: what held from when, who saved it and why. */
export function VersionList({ indicator: { versions, current, on } }: { readonly indicator: IndicatorDetail }) {
  const text = useText().catalogue.detail
  return (
    <section className="versions">
      <h3>{text.versions}</h3>
      <ol>
        {versions.map((it) => (
          <li key={it.version}>
            <p className="row wrap">
              <b>{text.version(it.version)}</b>
              <span>{it.validFrom < firstYear ? text.always : text.since(fullDay(it.validFrom))}</span>
              {it.version === current ? <Tag look="ok">{text.inForce}</Tag> : null}
              {it.validFrom > on ? <Tag look="info">{text.later}</Tag> : null}
            </p>
            <p>
              {it.name}, {it.measure}
            </p>
            <p className="ink2">{it.formula === '' ? text.withoutFormula : it.words}</p>
            <SavedBy version={it} />
          </li>
        ))}
      </ol>
    </section>
  )
}

/** What holds from before our records on. */
const firstYear = '1901'

function SavedBy({ version: { recordedBy, recordedAt, reason } }: { readonly version: IndicatorVersion }) {
  const text = useText().catalogue.detail
  if (recordedBy === null || recordedAt === null) return <p className="mut">{text.fromReference}</p>
  return (
    <p className="mut">
      {text.savedBy(recordedBy.name, shortMoment(recordedAt))}: {reason}
    </p>
  )
}
