import './explain.css'
import type { ReactNode } from 'react'
import { timeOf } from '../platform/clock.ts'
import { probe, useLostSince } from '../platform/connection.ts'
import { useText } from '../platform/text/use-text.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icons.tsx'
import { ProblemNote } from '../ui/problem-note.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { usePanelFocus } from './use-panel-focus.ts'

interface ExplainFrameProps {
  /** Names the number that is explained, whatever its table. */
  readonly of: string
  readonly error: Error | null
  /** Over the page, where nothing keeps a place free beside the numbers. */
  readonly isFloating?: boolean
  /** What is told of the number; nothing while it is asked for. */
  readonly children: ReactNode
  readonly foot?: ReactNode
  onRetry(): void
  onClose(): void
}

/** The panel in which a number is explained. Beside the numbers; on a phone over them. */
export function ExplainFrame({ of, error, isFloating, children, foot, onRetry, onClose }: ExplainFrameProps) {
  const text = useText()
  const words = text.province.explain
  const heading = usePanelFocus(of, onClose)
  return (
    <aside className={isFloating ? 'explain is-floating no-print' : 'explain no-print'} aria-labelledby="explain-title">
      <div className="explain-head">
        <h2 id="explain-title" ref={heading} tabIndex={-1}>
          {words.title}
        </h2>
        <Button look="quiet" isSmall aria-label={words.close} onClick={onClose}>
          <Icon name="close" />
        </Button>
      </div>
      {children ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it
        <section className="explain-body" tabIndex={0} aria-labelledby="explain-title">
          {children}
        </section>
      ) : (
        <div className="explain-body">
          <Waiting error={error} onRetry={onRetry} />
        </div>
      )}
      {children ? foot : null}
    </aside>
  )
}

/** What stands there until something is told: without a connection, that it comes by itself with the next one. */
function Waiting({ error, onRetry }: Pick<ExplainFrameProps, 'error' | 'onRetry'>) {
  const text = useText()
  const since = useLostSince()
  if (since !== null) {
    return (
      <div className="explain-lost" role="status">
        <p>
          <Icon name="offline" size={14} /> {text.explanation.lost(timeOf(since))}
        </p>
        <Button onClick={() => void probe()}>{text.common.retry}</Button>
      </div>
    )
  }
  if (!error) return <Skeleton label={text.common.loading} lines={9} />
  return (
    <ProblemNote error={error}>
      <Button onClick={onRetry}>{text.common.retry}</Button>
    </ProblemNote>
  )
}
