/** Days and instants as people say them: «14:05 hôm nay», «Thứ Hai 21/9». */
import { daysFromToday, localMoment, shortDay, timeOf } from '../clock.ts'
import type { Text } from './vi.ts'

/** «Thứ Hai 21/9» */
export function weekdayDay(text: Text, day: string): string {
  return `${text.common.weekdays[localMoment(day).weekday] ?? ''} ${shortDay(day)}`
}

/** «14:05 hôm nay», «09:10 hôm qua», «08:55 ngày 18/9» */
export function spokenMoment(text: Text, instant: string): string {
  const days = daysFromToday(instant)
  if (days === 0) return `${timeOf(instant)} ${text.common.today}`
  if (days === -1) return `${timeOf(instant)} ${text.common.yesterday}`
  return `${timeOf(instant)} ${text.common.onDay(shortDay(instant))}`
}

/** «14:05» when it is today, else «18/9 08:55». */
export function terseMoment(instant: string): string {
  return daysFromToday(instant) === 0 ? timeOf(instant) : `${shortDay(instant)} ${timeOf(instant)}`
}

/** A person called by their given name, the last word of a Vietnamese name. */
export function givenName(name: string): string {
  return name.trim().split(/\s+/).at(-1) ?? name
}

/** Two letters for the round mark beside a name: first of the family name, first of the given name. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/)
  return `${words[0]?.charAt(0) ?? ''}${words.length > 1 ? (words.at(-1)?.charAt(0) ?? '') : ''}`.toUpperCase()
}
