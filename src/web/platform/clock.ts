/** The server's clock as far as this page knows it, and instants as days and times in Asia/Ho_Chi_Minh. */
const parts = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Ho_Chi_Minh',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
})

let ahead = 0

/** Remembers how far the server's clock is ahead of this machine's. */
export function setServerTime(instant: string): void {
  ahead = Date.parse(instant) - Date.now()
}

export function now(): string {
  return new Date(Date.now() + ahead).toISOString()
}

export interface LocalMoment {
  readonly year: number
  readonly month: number
  readonly day: number
  /** 0 Sunday … 6 Saturday. */
  readonly weekday: number
  /** `14:05` */
  readonly time: string
  readonly seconds: string
  /** Days since 1970, for counting. */
  readonly dayNumber: number
}

/** Accepts an instant or a plain day (YYYY-MM-DD). */
export function localMoment(text: string): LocalMoment {
  const instant = text.length === 10 ? `${text}T00:00:00+07:00` : text
  const found: Record<string, string> = {}
  for (const { type, value } of parts.formatToParts(new Date(instant))) found[type] = value
  const [year, month, day] = [Number(found.year), Number(found.month), Number(found.day)]
  const dayNumber = Math.floor(Date.UTC(year, month - 1, day) / 86_400_000)
  const time = `${found.hour}:${found.minute}`
  return { year, month, day, weekday: (dayNumber + 4) % 7, time, seconds: found.second ?? '00', dayNumber }
}

/** 20/11/2026 */
export function fullDay(text: string): string {
  const { day, month, year } = localMoment(text)
  return `${String(day).padStart(2, '0')}/${String(month).padStart(2, '0')}/${year}`
}

/** 21/9, with the year when it is not the present one. */
export function shortDay(text: string): string {
  const { day, month, year } = localMoment(text)
  return year === localMoment(now()).year ? `${day}/${month}` : `${day}/${month}/${year}`
}

/** 18/9 08:55 */
export function shortMoment(instant: string): string {
  return `${shortDay(instant)} ${localMoment(instant).time}`
}

/** 14:05 */
export function timeOf(instant: string): string {
  return localMoment(instant).time
}

/** Calendar days from today to that day; negative in the past. */
export function daysFromToday(text: string): number {
  return localMoment(text).dayNumber - localMoment(now()).dayNumber
}
