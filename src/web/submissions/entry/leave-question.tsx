import { useBlocker } from '@tanstack/react-router'
import { useText } from '../../platform/text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'

/** Texts that could not be read are nowhere but on this page: leaving it is asked about. */
export function LeaveQuestion({ unread }: { readonly unread: number }) {
  const text = useText()
  const leaving = useBlocker({
    shouldBlockFn: ({ current, next }) => current.pathname !== next.pathname,
    disabled: unread === 0,
    enableBeforeUnload: unread > 0,
    withResolver: true,
  })
  if (leaving.status !== 'blocked') return null
  return (
    <Dialog title={text.entry.leaveTitle(unread)} closeLabel={text.common.close} onClose={leaving.reset}>
      <p>{text.entry.leaveAdvice}</p>
      <div className="dialog-foot">
        <Button onClick={leaving.proceed}>{text.entry.leave}</Button>
        <Button look="primary" onClick={leaving.reset}>
          {text.entry.stay}
        </Button>
      </div>
    </Dialog>
  )
}
