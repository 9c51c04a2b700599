import { plural } from './plural.ts'
import type { Text } from './vi.ts'

const days = (n: number): string => plural(n, 'working day', 'working days')

export const wholeDueEn: Text['wholeDue'] = {
  whole: 'Consolidated report',
  due: (when, receiver) => `due at ${receiver} ${when}`,
  today: (time) => `due today, ${time}`,
  left: (n) => `${days(n)} left`,
  overdueToday: (time) => `overdue since ${time}`,
  overdue: (n) => `${days(n)} overdue`,
  onTime: (when) => `sent on time, ${when}`,
  late: (n, when) => (n === 0 ? `sent late, ${when}` : `sent ${days(n)} late, ${when}`),
  owed: 'Consolidated reports to be sent',
  owedHint: 'No version has been submitted.',
  notPinned: 'No version pinned yet',
  openTable: 'Open the table',
}
