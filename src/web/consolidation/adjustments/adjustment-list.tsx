import { useState } from 'react'
import type { AdjustmentView } from '#contract/adjustments.ts'
import type { Explanation } from '#contract/province.ts'
import { shownNumber } from '../../explanation/spoken-value.ts'
import { shortMoment } from '../../platform/clock.ts'
import { useText } from '../../platform/text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icons.tsx'
import { signedAmount } from './signed-amount.ts'
import { WithdrawalDialog } from './withdrawal-dialog.tsx'

/** Every amount ever laid over the number, with who, when and why; what was withdrawn stays, struck through. */
export function AdjustmentList({ explanation: { adjustments, node } }: { readonly explanation: Explanation }) {
  const words = useText().consolidation
  const [withdrawn, setWithdrawn] = useState<AdjustmentView | null>(null)
  if (adjustments.length === 0) return null
  const shown = (amount: string) => signedAmount(amount, node.decimals)
  return (
    <section className="explain-part">
      <h3>{words.adjustments}</h3>
      <ul className="adjustments">
        {adjustments.map((it) => (
          <li key={it.id}>
            <Icon name="adjusted" size={14} />
            <div>
              {it.withdrawn === null ? (
                <b className="num-inline">{shown(it.amount)}</b>
              ) : (
                <s className="num-inline mut">{shown(it.amount)}</s>
              )}{' '}
              {it.reason}
              <p className="mut">
                {words.adjustedBy(it.by?.name ?? it.agency.shortName, shortMoment(it.at))}
                {it.valueBefore === null ? '' : `, ${words.fromTo(shownNumber(it.valueBefore, node.decimals))}`}
              </p>
              {it.withdrawn === null ? null : (
                <p className="mut">
                  {words.withdrawnBy(it.withdrawn.by?.name ?? '', shortMoment(it.withdrawn.at), it.withdrawn.reason)}
                </p>
              )}
            </div>
            {it.can.includes('withdraw') ? (
              <Button isSmall look="quiet" onClick={() => setWithdrawn(it)}>
                {words.withdraw}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {withdrawn ? (
        <WithdrawalDialog adjustment={withdrawn} amount={shown(withdrawn.amount)} onClose={() => setWithdrawn(null)} />
      ) : null}
    </section>
  )
}
