/**
 * `npx baocao import <file.csv> --agency CODE --by LOGIN --level accepted`: figures from a file, all or nothing, in the name
 * of whoever answers for them; `--dry-run` only says.
 */

import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { type Problem, sentence } from '#contract/problems.ts'
import { parsePeriod } from '#core/period/period.ts'
import { canonicalText } from '#core/quantity/exact.ts'
import { formatVi } from '#core/quantity/vietnamese-number.ts'
import { leadRegimes, loadCatalogue, utf8Text } from '../catalogue/index.ts'
import { peopleInRoles } from '../identity/index.ts'
import { databaseNow } from '../platform/clock.ts'
import { type CommandCall, commandArguments, isMisread, type Misread } from '../platform/command-arguments.ts'
import { type Pool, transaction } from '../platform/database.ts'
import { localDay } from '../platform/local-time.ts'
import type { Compared, GivenBatch } from './bulk.ts'
import { lastBatch } from './bulk-queries.ts'
import { enterFigures, previewFigures } from './enter-figures.ts'
import { figuresOfCsv } from './import-csv.ts'
import { levelsUpTo, type PromotionLevel } from './promote.ts'

const usage = `Cách dùng:
  npx baocao import <tệp.csv> --agency <mã cơ quan> --by <tên đăng nhập> --level sent|accepted|published
                    [--period <kỳ báo cáo>] [--dry-run]
Cột của tệp: indicator,area,breakdown,period,scenario,vintage,value[,note]
  --by       người nhập liệu của cơ quan chịu trách nhiệm về các số này
  --period   kỳ mà lần nạp này báo cáo, ví dụ 2026-09; mặc định là kỳ muộn nhất trong tệp
  --dry-run  chỉ xem sẽ thêm, đổi, từ chối những gì; không ghi`

const whom = 'Hãy ghi tên đăng nhập của người nhập liệu chịu trách nhiệm về các số này sau --by.'

const mostShown = 20

type Say = (line: string) => void

/** False when nothing was entered because something was wrong. */
export async function runImport(pool: Pool, asked: ImportAsked, say: Say): Promise<boolean> {
  const batch = await batchOf(pool, asked)
  if ('says' in batch) {
    say(batch.says)
    return false
  }
  return asked.isDry ? preview(pool, batch, say) : enter(pool, batch, say)
}

export interface ImportAsked {
  readonly file: string
  readonly agency: string
  readonly by: string
  readonly level: PromotionLevel
  readonly period: string | undefined
  readonly isDry: boolean
}

const text = { type: 'string' } as const
const options = { agency: text, by: text, level: text, period: text, 'dry-run': { type: 'boolean' } } as const

function askedFor(args: readonly string[]): ImportAsked | Misread {
  const given = commandArguments(args, options)
  if (isMisread(given)) return given
  const { agency, by, level: named, period } = given.values
  const [file, surplus] = given.positionals
  if (surplus !== undefined) return { says: `Thừa «${surplus}». Mỗi lần nạp một tệp.` }
  if (file === undefined || agency === undefined || by === undefined || named === undefined)
    return { says: 'Thiếu tệp, --agency, --by hoặc --level.' }
  const level = levelsUpTo('published').find((one) => one === named)
  if (!level) return { says: `Không có mức «${named}». Hãy ghi sent, accepted hoặc published sau --level.` }
  return { file, agency, by, level, period, isDry: given.values['dry-run'] === true }
}

export const importCall: CommandCall<ImportAsked> = { usage, read: askedFor }

const sender = 'file'

/** The same file again is the same message only while nothing else came in between: then it is how one goes back. */
async function batchOf(pool: Pool, asked: ImportAsked): Promise<GivenBatch | { readonly says: string }> {
  const content = await readFile(asked.file).catch(() => undefined)
  if (!content) return { says: `Không đọc được tệp ${asked.file}. Hãy kiểm tra đường dẫn và quyền đọc.` }
  const text = utf8Text(content)
  if (text === undefined) return { says: `Tệp ${asked.file} không phải văn bản UTF-8. Hãy lưu lại dạng CSV UTF-8.` }
  const figures = figuresOfCsv(text)
  if (!figures.ok) return { says: figures.problems.map((one) => sentence(one)).join('\n') }
  const { agencies } = await loadCatalogue(pool, localDay(await databaseNow(pool)))
  const agency = [...agencies.values()].find((one) => one.code === asked.agency)
  if (!agency) return { says: `Không có cơ quan «${asked.agency}». Hãy kiểm tra lại mã cơ quan.` }
  const by = (await peopleInRoles(pool, [agency.id])).find((one) => one.login === asked.by && one.role === 'reporter')
  if (!by) return { says: `Tài khoản «${asked.by}» không có vai trò nhập liệu tại ${asked.agency}. ${whom}` }
  const period = asked.period === undefined ? undefined : parsePeriod(asked.period, 'statistical')
  if (asked.period !== undefined && !period)
    return { says: `«${asked.period}» không phải tên kỳ; hãy ghi như 2026-09.` }
  const hash = createHash('sha256')
    .update(content)
    .update(`\n${by.login} ${period?.label ?? ''}`)
    .digest('hex')
  // What is sent and not accepted yet is read by whoever receives the province's reports: their open screens hear of it.
  const [lead] = await leadRegimes(pool)
  const last = await lastBatch(pool, { agencyId: agency.id, sender, level: asked.level })
  return {
    agencyId: agency.id,
    origin: 'imported',
    message: { sender, id: last?.content_hash === hash ? last.message_id : `${hash} ${last?.id ?? 0}`, hash },
    source: path.basename(asked.file),
    level: asked.level,
    calendar: 'statistical',
    ...(period && { periodEnd: period.span.to }),
    by: by.accountId,
    actingAgencyId: agency.id,
    receiverId: lead?.receiverId ?? null,
    address: 'cli',
    figures: figures.value,
  }
}

async function preview(pool: Pool, batch: GivenBatch, say: Say): Promise<boolean> {
  const seen = await transaction(pool, (db) => previewFigures(db, batch))
  say(`Xem trước, chưa ghi gì: ${counts(seen)}, ${formatVi(canonicalText(String(seen.refused.length)))} bị từ chối.`)
  tell(seen, say)
  refusals(seen.refused, say)
  if (seen.isRepeat) say('Tệp này vừa được nạp trước đó; nạp lại sẽ không thay đổi gì.')
  return seen.refused.length === 0
}

async function enter(pool: Pool, batch: GivenBatch, say: Say): Promise<boolean> {
  const result = await transaction(pool, (db) => enterFigures(db, batch))
  if (!result.ok) {
    say(`Không nạp: ${result.problems.length} chỗ phải sửa. Chưa có số liệu nào được ghi.`)
    refusals(result.problems, say)
    return false
  }
  if (result.value.isRepeat) {
    say(`Tệp này vừa được nạp trước đó, nên không thay đổi gì. Lần đó: ${counts(result.value)}.`)
    return true
  }
  say(`Đã nạp: ${counts(result.value)}.`)
  tell(result.value, say)
  return true
}

function counts({ added, changed, unchanged }: Compared): string {
  const vi = (count: number) => formatVi(canonicalText(String(count)))
  return `${vi(added)} số mới, ${vi(changed)} số đổi, ${vi(unchanged)} số như cũ`
}

function tell({ outdated, oddities }: Compared, say: Say): void {
  if (outdated > 0) say(`${outdated} số chỉ vào lịch sử: đã có lần phát hành của kỳ sau.`)
  for (const { row, value, before } of oddities.slice(0, mostShown)) {
    const [now, then] = [value, before].map((text) => formatVi(canonicalText(text)))
    say(`Nên xem lại dòng ${row}: ${now}, lần trước ${then} (gấp hoặc kém từ 10 lần; có thể nhầm đơn vị tính).`)
  }
}

function refusals(problems: readonly Problem[], say: Say): void {
  for (const one of problems.slice(0, mostShown)) say(`  ${sentence(one)}`)
  if (problems.length > mostShown) say(`  … và ${problems.length - mostShown} dòng nữa.`)
}
