/** How a consolidated report stands to its deadline, in words and by how much it matters. */
import type { ConsolidatedDue } from '#contract/consolidated-due.ts'
import { shortMoment, timeOf } from '../clock.ts'
import type { Text } from './vi.ts'

interface Standing {
  readonly look: 'ok' | 'warn' | 'bad' | 'plain'
  readonly words: string
}

/** Two days before it is due, it is marked. */
const soon = 2

export function standingToDue({ wholeDue: words }: Text, due: ConsolidatedDue): Standing {
  const { dueAt, sentAt, isLate, workingDaysLeft: left } = due
  if (sentAt !== null) {
    const when = shortMoment(sentAt)
    return isLate ? { look: 'bad', words: words.late(-left, when) } : { look: 'ok', words: words.onTime(when) }
  }
  if (isLate) return { look: 'bad', words: left === 0 ? words.overdueToday(timeOf(dueAt)) : words.overdue(-left) }
  if (left === 0) return { look: 'warn', words: words.today(timeOf(dueAt)) }
  return { look: left <= soon ? 'warn' : 'plain', words: words.left(left) }
}

/** «đến hạn gửi UBND tỉnh 22/9 17:00» */
export function dueWords({ wholeDue: words }: Text, { dueAt, receiver }: ConsolidatedDue): string {
  return words.due(shortMoment(dueAt), receiver)
}
