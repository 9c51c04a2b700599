/** What a reading is called where people read it: its indicator, and in parentheses the members it is narrowed to. */
import type { Reference } from './formula.ts'

interface Names {
  /** By code of the indicator. */
  readonly indicators: { get(code: string): { readonly name: string } | undefined }
  /** By code of the breakdown, which is its members as a reference spells them. */
  readonly breakdowns: ReadonlyMap<string, string>
}

/**
 * «Sản lượng lúa (Đông xuân)». Members that have no common name are named one by one; a code that nobody named stands for
 * itself.
 */
export function referenceName({ code, members }: Reference, { indicators, breakdowns }: Names): string {
  const name = indicators.get(code)?.name ?? code
  if (members.length === 0) return name
  const eachMember = () => members.map((member) => breakdowns.get(member) ?? member).join(', ')
  return `${name} (${breakdowns.get(members.join(',')) ?? eachMember()})`
}
