/**
 * Reference data that a new release of the program brings changed. A form or an indicator that its file says otherwise
 * becomes a further version, dated from today; what was reported under the one before stays as it was (Đ.6.2). An issued
 * code never changes its meaning: another measure, nature or kind of value is refused. What an administrator has changed
 * in the program is theirs: the file does not touch it.
 */
import type { Db } from '../platform/database.ts'
import { StartupRefusal } from '../platform/startup-refusal.ts'
import * as queries from './reference-changes-queries.ts'
import type { Reference } from './reference-files.ts'
import { versionRegimes } from './reference-regime-queries.ts'

const meaning = { measure: 'đơn vị tính', nature: 'tính chất theo thời gian', value_kind: 'loại giá trị' } as const

function refuseOtherMeaning(changed: readonly queries.ChangedIndicator[]): void {
  const told = changed.flatMap(({ code, file, before }) =>
    (Object.keys(meaning) as (keyof typeof meaning)[])
      .filter((key) => file[key] !== before[key])
      .map((key) => `${code}: ${meaning[key]} đổi từ «${before[key] ?? ''}» thành «${file[key] ?? ''}».`),
  )
  if (told.length === 0) return
  throw new StartupRefusal(
    `Tệp danh mục đổi nghĩa của mã chỉ tiêu đã ban hành:\n${told.join('\n')}\nHãy giữ nguyên mã cũ và thêm chỉ tiêu với mã mới.`,
  )
}

/** To be called before what is missing is added, so that nothing just loaded counts as changed. Returns what it did, in words. */
export async function takeReferenceChanges(db: Db, reference: Reference): Promise<readonly string[]> {
  const changed = await queries.changedIndicators(db, reference.indicators)
  refuseOtherMeaning(changed)
  const free = changed.filter(({ isAuthored }) => !isAuthored)
  const kept = changed.filter(({ isAuthored }) => isAuthored)
  if (free.length > 0) await queries.addIndicatorVersions(db, free)
  await queries.takeSources(db, reference.indicators)
  const forms = await queries.versionForms(db, reference.forms)
  const regimes = await versionRegimes(db, reference.regimes)
  const codes = (of: readonly queries.ChangedIndicator[]) => of.map(({ code }) => code).join(', ')
  return [
    ...(free.length > 0 ? [`Chỉ tiêu có bản mới từ hôm nay theo tệp danh mục: ${codes(free)}.`] : []),
    ...(kept.length > 0
      ? [`Chỉ tiêu đã được sửa trong chương trình nên giữ nguyên, dù tệp đã đổi: ${codes(kept)}.`]
      : []),
    ...(regimes.length > 0
      ? [`Chế độ có hạn gửi báo cáo tổng hợp mới cho các kỳ mở từ nay: ${regimes.join(', ')}.`]
      : []),
    ...(forms.length > 0 ? [`Biểu có bản mới cho các kỳ mở từ nay: ${forms.join(', ')}.`] : []),
  ]
}
