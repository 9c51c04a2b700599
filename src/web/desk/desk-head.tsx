import type { Desk } from '#contract/submissions.ts'
import { daysFromToday, fullDay, localMoment, now, shortDay, timeOf } from '../platform/clock.ts'
import { useText, useYou } from '../platform/text/use-text.ts'
import { useVersionsOnDesk } from './use-desk.ts'

export function DeskHead({ desk }: { readonly desk: Desk | undefined }) {
  const text = useText()
  const { you } = useYou()
  const moment = desk?.serverTime ?? now()
  const today = `${text.common.weekdays[localMoment(moment).weekday]} ${fullDay(moment)}, ${timeOf(moment)}`
  return (
    <div className="page-head">
      <h1>{text.desk.title}</h1>
      <p className="ink2">
        {today}
        {desk ? <Counts desk={desk} you={you} /> : null}
      </p>
    </div>
  )
}

function Counts({ desk, you }: { readonly desk: Desk; readonly you: string }) {
  const text = useText().desk
  const { mine, owed } = useVersionsOnDesk()
  const toDecide = desk.toDecide.length + mine.length
  const toSend = [...desk.toEnter, ...owed.map((it) => it.due)]
  const due = toSend.filter(({ dueAt }) => daysFromToday(dueAt) <= 7).length
  const counts = [
    { key: 'returned', n: desk.returned.length, says: text.returnedCount(desk.returned.length), look: 'bad' },
    { key: 'decide', n: toDecide, says: text.decideCount(toDecide, you), look: '' },
    { key: 'due', n: due, says: text.dueCount(due), look: '' },
  ].filter(({ n }) => n > 0)
  if (counts.length === 0) {
    const days = toSend.map(({ dueAt }) => dueAt).sort()
    return ` · ${days[0] === undefined ? text.nothingDue : text.nextDue(days.length, shortDay(days[0]))}`
  }
  return counts.map(({ key, says, look }, at) => (
    <span key={key}>
      {at === 0 ? ' · ' : ', '}
      <b className={look}>{says}</b>
    </span>
  ))
}
