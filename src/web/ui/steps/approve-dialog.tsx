import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { session } from '#contract/session.ts'
import { call } from '../../platform/api.ts'
import { adoptSession, useSession } from '../../platform/session.ts'
import { useText } from '../../platform/text/use-text.ts'
import { Button } from '../button.tsx'
import { Dialog } from '../dialog.tsx'
import { ProblemNote } from '../problem-note.tsx'
import type { StepDialogProps } from './take-step.ts'

/** The password again, then the step. It is an approval by account, and says that it is no digital signature. */
export function ApproveDialog({ take, onClose }: StepDialogProps) {
  const text = useText()
  const { account } = useSession()
  const [password, setPassword] = useState('')
  const confirm = useMutation({
    mutationFn: async () => {
      const body = { password }
      const path = '/api/session/confirm'
      adoptSession(await call({ path, method: 'POST', body, answer: session, whenEnded: 'leave' }))
      return take({ verb: 'approve' })
    },
    onSuccess: onClose,
  })
  return (
    <Dialog title={text.review.approveTitle} closeLabel={text.common.close} onClose={onClose}>
      <p className="ink2">{text.review.approveAdvice}</p>
      <form
        className="dialog-form"
        onSubmit={(event) => {
          event.preventDefault()
          confirm.mutate()
        }}
      >
        <input type="hidden" name="username" autoComplete="username" value={account.login} readOnly />
        <label className="field">
          <span>{text.signIn.password}</span>
          <input
            data-first=""
            className="input"
            type="password"
            autoComplete="current-password"
            required
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
        </label>
        <p className="xs mut">
          {text.review.approved(`${account.name}, ${account.position}`)} {text.review.unsignedHint}
        </p>
        {confirm.isError ? <ProblemNote error={confirm.error} /> : null}
        <div className="dialog-foot">
          <Button onClick={onClose}>{text.common.cancel}</Button>
          <Button type="submit" look="primary" icon="shield" disabled={confirm.isPending || password === ''}>
            {text.review.approveUnsigned}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
