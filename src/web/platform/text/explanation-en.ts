import type { Text } from './vi.ts'

export const explanationEn: Text['explanation'] = {
  lost: (time) => `Connection lost at ${time}. The explanation loads itself once the connection is back.`,
  whatMoved: (when) => `What changed last, ${when}`,
  firstKnown: (when) => `First known, ${when}`,
  was: (value) => `Before that: ${value}`,
  sourceChanged: (before, now) => `Before that, according to ${before}; now according to ${now}`,
  formulaChanged: (of, day) => `The formula of “${of}” changed, used from ${day}:`,
  andMore: (n) => `and ${n} more`,
  withoutFormula: 'no formula',
  sourceChosen: (byAndWhen) => `Source chosen: ${byAndWhen}`,
  withdrawnBy: (who, when) => `Withdrawn by ${who}, ${when}`,
  sentBackBy: (who, when) => `Withdrawn, as ${who} sent it back, ${when}`,
  notAgain: 'What was sent has been withdrawn, and nothing has taken its place.',
  holdsAgain: (agency) => `What ${agency} had sent before counts again.`,
  because: (reason) => `because: ${reason}`,
}
