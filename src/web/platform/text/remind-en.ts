import type { remindVi } from './remind-vi.ts'

export const remindEn: typeof remindVi = {
  remind: (n) => `Remind (${n})`,
  title: 'Remind of reports',
  advice: 'The reminder stands on the desk of the agency. Both sides see who wrote it and when.',
  write: 'Remind',
  writeAgain: 'Remind again',
  body: (agency) => `Reminder to ${agency}`,
  missing: (period, due) => `Please send the report of ${period}, due ${due}.`,
  overdue: (period, due) => `The report of ${period} was due ${due}. Please send it now, or say when it can be sent.`,
  isMissing: 'not sent',
  isOverdue: 'overdue',
  reminded: (who, when) => `${who} reminded them ${when}`,
  answered: 'answered',
  neverReminded: 'Not reminded yet',
  send: 'Send the reminder',
}
