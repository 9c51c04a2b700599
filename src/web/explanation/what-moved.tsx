import type { ComputedValue, FigureExplanation } from '#contract/explanation.ts'
import { shortMoment } from '../platform/clock.ts'
import { useText } from '../platform/text/use-text.ts'
import type { Text } from '../platform/text/vi.ts'
import { FormulaMoved } from './formula-moved.tsx'
import { SettledNote } from './settled-note.tsx'
import { spokenValue } from './spoken-value.ts'
import { WithdrawalNote } from './withdrawal-note.tsx'

type Moved = NonNullable<FigureExplanation['previous']>['moved'][number]

/** More than these would push the rest of the panel out of sight. */
const mostListed = 8

/** What the figure was before the last change of anything it rests on, and what changed: figures, or a formula. */
export function WhatMoved({ explanation }: { readonly explanation: FigureExplanation }) {
  const text = useText()
  const words = text.explanation
  const { previous, node } = explanation
  if (previous === null) return null
  const { at, value, moved, formula } = previous
  const isFirst = value.kind === 'none' && value.reason === 'absent' && formula === null
  const listed = moved.slice(0, mostListed)
  return (
    <section className="explain-part">
      <h3>{(isFirst ? words.firstKnown : words.whatMoved)(shortMoment(at))}</h3>
      {isFirst ? null : <p>{words.was(spokenValue(text, value, node.decimals))}</p>}
      {formula ? <FormulaMoved change={formula} /> : null}
      <ul className="figure-history">
        {listed.map((it) => (
          <li key={`${it.label} ${it.area} ${it.periodName} ${it.at}`}>
            <span>
              {nameBeside(explanation, it)}
              <small>{whoSaid(text, it)}</small>
              {it.withdrawal ? <WithdrawalNote withdrawal={it.withdrawal} /> : null}
              {it.settlement ? <SettledNote settlement={it.settlement} /> : null}
            </span>
            <span className="nowrap">
              {isFirst ? null : (
                <>
                  <SmallValue value={it.before} decimals={it.decimals} /> →{' '}
                </>
              )}
              <b>
                <SmallValue value={it.after} decimals={it.decimals} />
              </b>
            </span>
          </li>
        ))}
      </ul>
      {moved.length > listed.length ? <p className="mut">{words.andMore(moved.length - listed.length)}</p> : null}
    </section>
  )
}

/** What of its place differs from the figure that is explained; its own name where nothing does. */
function nameBeside(whole: FigureExplanation, part: Moved): string {
  const differing = [
    part.label === whole.label ? '' : part.label,
    part.area === whole.areaName ? '' : part.area,
    part.periodName === whole.periodName ? '' : part.periodName,
  ].filter((word) => word !== '')
  return differing.length > 0 ? differing.join(', ') : part.label
}

/** Its agency and whoever entered it; where another agency's word stood before, both, each with what it said. */
function whoSaid(text: Text, { agency, agencyBefore, by, before, after, decimals }: Moved): string {
  const now = [agency, by?.name].filter((name) => name != null).join(', ')
  if (agencyBefore === null || agencyBefore === agency) return now
  return text.explanation.sourceChanged(
    `${agencyBefore}: ${spokenValue(text, before, decimals)}`,
    `${now}: ${spokenValue(text, after, decimals)}`,
  )
}

function SmallValue({ value, decimals }: { readonly value: ComputedValue; readonly decimals: number }) {
  const said = spokenValue(useText(), value, decimals)
  return <span className={value.kind === 'number' ? 'num-inline' : 'mut'}>{said}</span>
}
