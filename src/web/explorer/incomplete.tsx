import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { ExplorerChoices } from '#contract/explorer.ts'
import { useText } from '../platform/text/use-text.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { type Picked, Picker } from './pickers/picker.tsx'
import { starters } from './starters.ts'
import { useExplorer } from './use-explorer.ts'

/** Before there is a table: what is still to be chosen, or tables to start from. */
export function Incomplete({ choices }: { readonly choices: ExplorerChoices }) {
  const text = useText()
  const words = text.explorer
  const { q, definition } = useExplorer()
  const [picking, setPicking] = useState<Picked | null>(null)
  const missing = (['indicator', 'area', 'period'] as const).filter((axis) => definition[`${axis}s`].length === 0)
  const picker = picking ? <Picker what={picking} choices={choices} onClose={() => setPicking(null)} /> : null
  const buttons = missing.map((axis, at) => (
    <Button key={axis} look={at === 0 ? 'primary' : 'outline'} onClick={() => setPicking(axis)}>
      {words.pick[`${axis}s`]}
    </Button>
  ))
  if (q !== undefined) {
    const names = missing.map((axis) => words.axes[axis].toLowerCase()).join(', ')
    return (
      <EmptyState icon="search" title={words.incompleteTitle} advice={words.incomplete(names)}>
        {buttons}
        {picker}
      </EmptyState>
    )
  }
  return (
    <EmptyState icon="search" title={words.startTitle} advice={words.startAdvice}>
      <ul className="starters">
        {starters(text, choices.latest).map(({ name, text: definitionText }) => (
          <li key={name}>
            <Link to="/explore" search={{ q: definitionText }}>
              {name}
            </Link>
          </li>
        ))}
      </ul>
      <Button look="primary" icon="plus" onClick={() => setPicking('indicator')}>
        {words.chooseIndicators}
      </Button>
      {picker}
    </EmptyState>
  )
}
