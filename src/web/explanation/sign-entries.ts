/** The signs of printed yearbooks and marks of a table, with what they mean, each only where the table has it. */
import type { ReactNode } from 'react'
import type { Text } from '../platform/text/vi.ts'

export interface LegendEntry {
  readonly sign: ReactNode
  readonly says: string
}

interface Shown {
  /** What the cells show: signs, and anything else, which is passed over. */
  readonly texts: Iterable<string>
  /** Whether «…» stands for a figure before its release time, too. */
  readonly isWithheld: boolean
}

export function signEntries(text: Text, { texts, isWithheld }: Shown): readonly LegendEntry[] {
  const { signs, legend } = text
  const shown = new Set(texts)
  const entries = [
    { sign: '…', says: isWithheld ? legend.absentOrWithheld : signs.absent },
    { sign: '–', says: signs.nothing },
    { sign: '×', says: signs.notApplicable },
    { sign: '/', says: signs.notComputable },
  ]
  return entries.filter(({ sign }) => shown.has(sign)).map(({ sign, says }) => ({ sign, says: says.toLowerCase() }))
}
