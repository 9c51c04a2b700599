import './step-bar.css'
import { useLayoutEffect, useRef } from 'react'
import { Icon } from './icons.tsx'

export interface StepItem {
  readonly key: string
  readonly label: string
  readonly status: 'done' | 'now' | 'todo'
  /** Said to those who hear the page. */
  readonly statusWord: string
  readonly who: string
  readonly when: string
  /** The deadline that binds: shown strong. */
  readonly isDeadline: boolean
}

/** Who holds it, since when, due when, in every step. */
export function StepBar({ label, steps }: { readonly label: string; readonly steps: readonly StepItem[] }) {
  const list = useRef<HTMLOListElement>(null)
  const now = steps.findIndex(({ status }) => status === 'now')
  // On a narrow screen the bar scrolls sideways; the present step is what to see first.
  useLayoutEffect(() => {
    const item = list.current?.children[now]
    if (list.current && item instanceof HTMLElement) list.current.scrollLeft = item.offsetLeft - 24
  }, [now])
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls sideways on a narrow screen, so the keyboard must reach it
    <ol ref={list} className="steps" aria-label={label} tabIndex={0}>
      {steps.map((step) => (
        <li
          key={step.key}
          className={`is-${step.status}`}
          {...(step.status === 'now' ? { 'aria-current': 'step' as const } : {})}
        >
          <span className="dot">
            {step.status === 'todo' ? null : <Icon name={step.status === 'done' ? 'check' : 'pen'} size={14} />}
          </span>
          <b title={step.label}>
            {step.label}
            <span className="sr"> ({step.statusWord})</span>
          </b>
          <small className={step.isDeadline ? 'when when-due' : 'when'}>{step.when}</small>
          <small className="who" title={step.who}>
            {step.who}
          </small>
        </li>
      ))}
    </ol>
  )
}
