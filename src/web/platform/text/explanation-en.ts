import type { Text } from './vi.ts'

export const explanationEn: Text['explanation'] = {
  whatMoved: (when) => `What changed last, ${when}`,
  firstKnown: (when) => `First known, ${when}`,
  was: (value) => `Before that: ${value}`,
  formulaChanged: (of, day) => `The formula of “${of}” changed, used from ${day}:`,
  andMore: (n) => `and ${n} more`,
  withoutFormula: 'no formula',
  because: (reason) => `because: ${reason}`,
}
