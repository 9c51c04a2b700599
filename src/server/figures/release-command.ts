/**
 * `npx baocao release <indicator> --period 2026-09 --at '06/10/2026 09:00' --by LOGIN`: sets a release time, or moves it; with
 * `--cancel` in place of `--at` it takes it away, and with nothing at all it lists those to come.
 */
import { type Result, refuse, sentence } from '#contract/problems.ts'
import { toInstant } from '#core/period/deadline.ts'
import { periodName } from '#core/period/period.ts'
import { parseWrittenMoment } from '#core/period/written-moment.ts'
import { cancelRelease, type ReleasePlace, type ReleaseSet, releasePlace, setRelease } from '../catalogue/index.ts'
import { databaseNow } from '../platform/clock.ts'
import { type CommandCall, commandArguments, isMisread, type Misread } from '../platform/command-arguments.ts'
import { type Db, type Pool, transaction } from '../platform/database.ts'
import { fullTime } from '../platform/local-time.ts'
import { listReleases } from './release-list.ts'
import { countShown } from './shown-queries.ts'

const usage = `Cách dùng:
  npx baocao release <mã chỉ tiêu> --period <kỳ> --at <ngày giờ> --by <tên đăng nhập>
  npx baocao release <mã chỉ tiêu> --period <kỳ> --cancel --by <tên đăng nhập>
  npx baocao release
Lệnh đầu đặt giờ công bố, hoặc dời giờ đã đặt; lệnh cuối liệt kê các giờ sắp tới. Trước giờ ấy chỉ cơ quan báo cáo thấy số.
  --period   kỳ của số liệu, ví dụ 2026-09, 2026-Q3, 2026-YTD08; lũy kế là một kỳ khác, có giờ riêng
  --at       theo giờ Việt Nam: 2026-10-06 09:00 hoặc 06/10/2026 09:00 (ngày trước tháng)
  --cancel   bỏ giờ đang chờ: số xem được ngay
  --by       người phê duyệt tại cơ quan chủ quản của chỉ tiêu`

type Say = (line: string) => void

/** False when nothing was done because something was wrong. */
export async function runRelease(pool: Pool, asked: ReleaseAsked, say: Say): Promise<boolean> {
  if (asked.kind === 'list') {
    for (const line of await listReleases(pool)) say(line)
    return true
  }
  const done = await transaction(pool, (db) => take(db, asked))
  for (const line of done.ok ? done.value : done.problems.map((one) => sentence(one))) say(line)
  return done.ok
}

interface Setting {
  readonly kind: 'set'
  readonly indicator: string
  readonly period: string
  readonly login: string
  /** As it was written; null: cancel. */
  readonly at: string | null
}

export type ReleaseAsked = Setting | { readonly kind: 'list' }

const text = { type: 'string' } as const
const options = { period: text, at: text, by: text, cancel: { type: 'boolean' } } as const

function askedFor(args: readonly string[]): ReleaseAsked | Misread {
  if (args.length === 0) return { kind: 'list' }
  const given = commandArguments(args, options)
  if (isMisread(given)) return given
  const { period, at, by, cancel = false } = given.values
  const [indicator, surplus] = given.positionals
  if (surplus !== undefined) return { says: `Thừa «${surplus}». Hãy đặt ngày giờ sau --at trong dấu nháy đơn.` }
  if (indicator === undefined || period === undefined || by === undefined)
    return { says: 'Thiếu mã chỉ tiêu, --period hoặc --by.' }
  if (cancel === (at !== undefined)) return { says: 'Hãy ghi --at để đặt giờ, hoặc --cancel để bỏ; chỉ một trong hai.' }
  return { kind: 'set', indicator, period, login: by, at: at ?? null }
}

export const releaseCall: CommandCall<ReleaseAsked> = { usage, read: askedFor }

/** What to say of it. */
async function take(db: Db, asked: Setting): Promise<Result<readonly string[]>> {
  const at = asked.at === null ? null : instantOf(asked.at)
  if (at === undefined) return refuse('release.not-a-moment', { text: asked.at })
  const place = await releasePlace(db, { ...asked, now: await databaseNow(db) })
  if (!place.ok) return place
  const done = at === null ? await cancelRelease(db, place.value) : await setRelease(db, place.value, at)
  if (!done.ok) return done
  return { ok: true, value: await told(db, { place: place.value, set: done.value, at }) }
}

/** Undefined for a day alone as well: figures are not released at midnight by mistake. */
function instantOf(written: string): string | undefined {
  const moment = parseWrittenMoment(written)
  return moment?.time === undefined ? undefined : toInstant(moment.day, moment.time)
}

interface Done {
  readonly place: ReleasePlace
  readonly set: ReleaseSet
  /** null: cancelled. */
  readonly at: string | null
}

async function told(db: Db, { place, set, at }: Done): Promise<readonly string[]> {
  const { indicator, period } = place
  const { before, spanId } = set
  const what = `${indicator.code} (${indicator.name}), ${periodName(period)}`
  const shown = await countShown(db, { indicatorId: indicator.id, spanId, spanTo: period.span.to })
  const totals = totalsTold(set.totals)
  if (at === null)
    return [`Đã bỏ giờ công bố của ${what}; trước đó là ${fullTime(before ?? '')}.`, nowShown(shown), ...totals]
  if (set.isSame) return [`Giờ công bố của ${what} đã là ${fullTime(at)}; không thay đổi gì.`]
  const done =
    before === null
      ? `Đã đặt giờ công bố của ${what}: ${fullTime(at)}.`
      : `Đã dời giờ công bố của ${what}: từ ${fullTime(before)} sang ${fullTime(at)}.`
  return [done, ...(before === null ? wasShown(shown) : []), ...totals]
}

type Shown = Awaited<ReturnType<typeof countShown>>

function nowShown({ accepted }: Shown): string {
  return accepted > 0
    ? `${accepted} số đã tiếp nhận xem được từ lúc này.`
    : 'Chưa có số nào được tiếp nhận; số được tiếp nhận về sau xem được ngay.'
}

function wasShown({ accepted, sent }: Shown): readonly string[] {
  return [
    ...(accepted > 0
      ? [
          `Lưu ý: ${accepted} số của kỳ này cả tỉnh đã xem được cho đến lúc này. Từ bây giờ chúng bị ẩn; ai đã xem, in hoặc tải về thì vẫn biết.`,
        ]
      : []),
    ...(sent > 0 ? [`Lưu ý: ${sent} số đã gửi, nơi nhận đã xem được cho đến lúc này.`] : []),
  ]
}

function totalsTold({ earlier, alone }: ReleaseSet['totals']): readonly string[] {
  return [
    ...(earlier.length > 0
      ? [
          `Lưu ý: ${earlier.join(', ')} được tính từ chỉ tiêu này. Nơi báo cáo cả tổng thì tổng vẫn xem được, và có thể suy ra số này; hãy đặt giờ cho cả tổng.`,
        ]
      : []),
    ...(alone.length > 0
      ? [`Lưu ý: ${alone.join(', ')} vẫn có giờ công bố riêng, nhưng trước giờ ấy đã tính lại được từ các phần.`]
      : []),
  ]
}
