import { useEffect, useRef } from 'react'
import { useText } from '../../platform/text/use-text.ts'
import type { Proposal } from './completion.ts'

interface ProposalListProps {
  readonly id: string
  readonly proposals: readonly Proposal[]
  readonly active: number
  onAccept(proposal: Proposal): void
}

/** What may complete the text at the caret; the focus stays in the text. */
export function ProposalList({ id, proposals, active, onAccept }: ProposalListProps) {
  const text = useText().formula
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    list.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  return (
    <div ref={list} className="proposals" id={id} role="listbox" aria-label={text.proposals}>
      {proposals.map((proposal, at) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are taken where the focus is, in the text
        // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the text
        <div
          key={proposal.kind === 'function' ? proposal.name : proposal.reading.code}
          id={`${id}-${at}`}
          role="option"
          aria-selected={at === active}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onAccept(proposal)}
        >
          <ProposalLine proposal={proposal} />
        </div>
      ))}
    </div>
  )
}

function ProposalLine({ proposal }: { readonly proposal: Proposal }) {
  const { functions } = useText().formula
  if (proposal.kind === 'function') {
    const { parameters, does } = functions[proposal.name]
    return (
      <>
        <code>
          {proposal.name}({parameters})
        </code>
        <small>{does}</small>
      </>
    )
  }
  const { code, name, measure } = proposal.reading
  return (
    <>
      <code>{code}</code>
      <span>{name}</span>
      <small>{measure}</small>
    </>
  )
}
