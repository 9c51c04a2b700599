import { useState } from 'react'
import type { AdjustmentView } from '#contract/adjustments.ts'
import { useRepeatableKey } from '../../platform/repeatable-key.ts'
import { useText } from '../../platform/text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { ReasonField } from './reason-field.tsx'
import { useWithdrawal } from './use-adjust.ts'

interface WithdrawalDialogProps {
  readonly adjustment: AdjustmentView
  /** The amount as it is shown. */
  readonly amount: string
  onClose(): void
}

/** The amount no longer counts; it and the reason stay in the history. */
export function WithdrawalDialog({ adjustment, amount, onClose }: WithdrawalDialogProps) {
  const text = useText()
  const words = text.consolidation
  const [reason, setReason] = useState('')
  const withdraw = useWithdrawal(adjustment.id)
  const key = useRepeatableKey().of(reason)
  return (
    <Dialog title={words.withdrawTitle} closeLabel={text.common.close} onClose={onClose}>
      <p className="ink2">{words.withdrawAdvice(amount)}</p>
      <ReasonField isFirst value={reason} onType={setReason} />
      {withdraw.isError ? <ProblemNote error={withdraw.error} /> : null}
      <div className="dialog-foot">
        <Button onClick={onClose}>{text.common.cancel}</Button>
        <Button
          look="primary"
          disabled={withdraw.isPending || reason.trim() === ''}
          onClick={() => withdraw.mutate({ key, reason: reason.trim() }, { onSuccess: onClose })}
        >
          {words.withdraw}
        </Button>
      </div>
    </Dialog>
  )
}
