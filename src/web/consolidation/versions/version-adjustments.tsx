import type { StandingAdjustment } from '#contract/versions.ts'
import { shortMoment } from '../../platform/clock.ts'
import { useText } from '../../platform/text/use-text.ts'
import { Tag } from '../../ui/tag.tsx'
import { signedAmount } from '../adjustments/signed-amount.ts'

/** Every amount that the consolidating agency added, with its reason: whoever approves the version answers for them. */
export function VersionAdjustments({ adjustments }: { readonly adjustments: readonly StandingAdjustment[] }) {
  const text = useText()
  const words = text.versionWay
  if (adjustments.length === 0) return null
  return (
    <section aria-labelledby="version-adjustments">
      <div className="section-head">
        <h3 id="version-adjustments">{words.adjustments}</h3>
        <Tag look="line">{adjustments.length}</Tag>
        <span className="mut">{words.adjustmentsHint}</span>
      </div>
      <ul className="card version-adjustments">
        {adjustments.map((it) => (
          <li key={it.id}>
            <b>{it.about}</b>
            <b className="num-inline">
              {signedAmount(it.amount, it.decimals)} <small className="mut">{it.measure}</small>
            </b>
            <p>«{it.reason}»</p>
            <small className="mut">
              {text.consolidation.adjustedBy(it.by?.name ?? it.agency.shortName, shortMoment(it.at))}
              {it.withdrawn === null ? null : <span className="warn"> · {words.withdrawnSince}</span>}
            </small>
          </li>
        ))}
      </ul>
    </section>
  )
}
