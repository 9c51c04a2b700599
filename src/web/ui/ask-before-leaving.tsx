import { useBlocker } from '@tanstack/react-router'
import { useText } from '../platform/text/use-text.ts'
import { Button } from './button.tsx'
import { Dialog } from './dialog.tsx'

interface AskBeforeLeavingProps {
  /** Whether there is something that would be lost. */
  readonly isAsked: boolean
  readonly title: string
  readonly advice: string
  readonly leave: string
  readonly stay: string
}

/**
 * What is nowhere but on this page is not lost without a question: links and the back button are asked about here,
 * closing and reloading by the browser. Filters in the address may change meanwhile.
 */
export function AskBeforeLeaving({ isAsked, title, advice, leave, stay }: AskBeforeLeavingProps) {
  const text = useText()
  const leaving = useBlocker({
    shouldBlockFn: ({ current, next }) => current.pathname !== next.pathname,
    disabled: !isAsked,
    enableBeforeUnload: isAsked,
    withResolver: true,
  })
  if (leaving.status !== 'blocked') return null
  return (
    <Dialog title={title} closeLabel={text.common.close} onClose={leaving.reset}>
      <p>{advice}</p>
      <div className="dialog-foot">
        <Button onClick={leaving.proceed}>{leave}</Button>
        <Button look="primary" onClick={leaving.reset}>
          {stay}
        </Button>
      </div>
    </Dialog>
  )
}
