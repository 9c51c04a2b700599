/** The same words in English. */
import type { Text } from './vi.ts'

export const consolidationEn: Text['consolidation'] = {
  adjust: 'Adjust',
  isAdjusted: 'Adjusted',
  adjustTitle: 'Adjust the number',
  adjustAdvice: 'What agencies say stays. The adjustment is a layer of its own, shown to every reader with its reason.',
  valueNow: 'Consolidated value now',
  newValue: 'New value',
  amount: 'Or the difference (±)',
  becomes: (value) => `The consolidated value becomes ${value}`,
  reason: 'Reason',
  reasonHelp: 'For example: recorded income and spending added under letter 512/STC.',
  saveAdjustment: 'Save the adjustment',
  adjustedBy: (who, when) => `${who} adjusted it ${when}`,
  fromTo: (before) => `when the consolidated value was ${before}`,
  withdraw: 'Withdraw',
  withdrawTitle: 'Withdraw the adjustment',
  withdrawAdvice: (amount) =>
    `${amount} no longer counts in the table. The adjustment and this reason stay in its history.`,
  withdrawnBy: (who, when, reason) => `${who} withdrew it ${when}: ${reason}`,
  adjustments: 'Adjustments',
  legendAdjusted: 'adjusted',
}
