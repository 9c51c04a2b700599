/**
 * Every refusal this system can give: its HTTP status and what it says, in Vietnamese and English, with what to do next.
 * `{name}` takes a detail of the problem. Codes are words and never change meaning; programs read them, people the text.
 */
import { z } from 'zod'
import { catalogueProblems } from './catalogue-problems.ts'
import { checkRuleProblems } from './check-rule-problems.ts'
import { consolidationProblems } from './consolidation-problems.ts'
import { explanationProblems } from './explanation-problems.ts'
import { explorerProblems } from './explorer-problems.ts'
import { figureProblems } from './figure-problems.ts'
import { formulaProblems } from './formula-problems.ts'
import { layoutProblems } from './layout-problems.ts'
import { platformProblems } from './platform-problems.ts'
import { releaseProblems } from './release-problems.ts'
import { versionProblems } from './version-problems.ts'

interface ProblemText {
  readonly status: number
  readonly vi: string
  readonly en: string
  readonly article?: string
}

export const problems = {
  'request.invalid': {
    status: 400,
    vi: 'Yêu cầu chưa đúng dạng: {what}. Hãy sửa chỗ đó rồi gửi lại.',
    en: 'The request is malformed: {what}. Correct it and send again.',
  },
  'request.too-large': {
    status: 413,
    vi: 'Nội dung gửi lên quá lớn. Hãy chia nhỏ rồi gửi lại.',
    en: 'The content is too large. Send it in smaller pieces.',
  },
  'request.key-reused': {
    status: 422,
    vi: 'Khóa lặp lại này đã dùng cho một yêu cầu khác. Hãy tải lại trang rồi làm lại.',
    en: 'This idempotency key was used for another request. Reload and try again.',
  },
  'request.key-missing': {
    status: 428,
    vi: 'Thiếu khóa Idempotency-Key, nên không thể bảo đảm chỉ ghi một lần. Hãy gửi kèm một khóa mới.',
    en: 'Idempotency-Key is missing. Send a fresh key with the request.',
  },
  'request.not-found': {
    status: 404,
    vi: 'Không tìm thấy, hoặc bạn không có quyền xem. Hãy kiểm tra lại đường dẫn hoặc cơ quan đang chọn.',
    en: 'Not found, or not yours to see. Check the address or the agency you act for.',
  },
  'request.too-many': {
    status: 429,
    vi: 'Quá nhiều yêu cầu. Hãy đợi {seconds} giây rồi thử lại.',
    en: 'Too many requests. Wait {seconds} seconds and try again.',
  },
  ...platformProblems,
  'system.busy': {
    status: 503,
    vi: 'Hệ thống đang bận. Số vừa nhập vẫn giữ trên máy này; hãy thử lại sau ít giây.',
    en: 'The system is busy. Try again in a few seconds.',
  },
  'system.failed': {
    status: 500,
    vi: 'Hệ thống gặp lỗi, mã {id}. Việc vừa làm chưa được ghi; hãy thử lại hoặc báo mã này cho quản trị.',
    en: 'Something failed, id {id}. Nothing was saved; try again or tell your administrator this id.',
  },
  'session.required': {
    status: 401,
    vi: 'Phiên làm việc đã hết hoặc chưa đăng nhập. Hãy đăng nhập; số đang gõ vẫn còn trên màn hình.',
    en: 'Your session has ended. Sign in; what you typed is still on screen.',
  },
  'session.wrong-password': {
    status: 401,
    vi: 'Tên đăng nhập hoặc mật khẩu không đúng. Hãy kiểm tra phím Caps Lock và bộ gõ tiếng Việt.',
    en: 'Wrong account or password. Check Caps Lock and your input method.',
  },
  'session.throttled': {
    status: 429,
    vi: 'Nhập sai mật khẩu nhiều lần. Hãy thử lại sau {minutes} phút, hoặc nhờ quản trị của cơ quan.',
    en: 'Too many wrong passwords. Try again in {minutes} minutes, or ask your administrator.',
  },
  'session.csrf': {
    status: 403,
    vi: 'Trang này đã cũ. Hãy tải lại trang rồi làm lại.',
    en: 'This page is stale. Reload it and try again.',
  },
  'session.reauthenticate': {
    status: 403,
    vi: 'Hãy nhập lại mật khẩu để phê duyệt.',
    en: 'Enter your password again to approve.',
  },
  'session.not-your-agency': {
    status: 403,
    vi: 'Bạn không có vai trò tại cơ quan này. Hãy chọn lại cơ quan ở góc phải.',
    en: 'You hold no role at this agency. Choose another at the top right.',
  },
  'cell.version-missing': {
    status: 428,
    vi: 'Thiếu phiên bản đã thấy của ô (If-Match), nên không ghi để khỏi đè lên số của người khác.',
    en: 'If-Match is missing, so nothing was written over a colleague’s figure.',
  },
  'cell.changed': {
    status: 412,
    vi: '{who} vừa lưu giá trị khác cho ô này lúc {when}. Hãy chọn giữ giá trị nào.',
    en: '{who} has just saved another value here at {when}. Choose which to keep.',
  },
  'cell.not-typed': {
    status: 422,
    vi: 'Ô này do hệ thống tính hoặc chỉ để xem, không nhập được.',
    en: 'This cell is computed or for reference and cannot be typed.',
  },
  'cell.unknown': {
    status: 404,
    vi: 'Biểu này không có ô {row}.{column}.',
    en: 'This form has no cell {row}.{column}.',
  },
  'cell.too-many-decimals': {
    status: 422,
    vi: 'Quá số chữ số lẻ mà chỉ tiêu này nhận ({decimals}). Hãy làm tròn rồi nhập lại.',
    en: 'More decimals than this indicator takes ({decimals}). Round it and type again.',
  },
  'quantity.not-a-number': {
    status: 422,
    vi: '«{text}» không phải số. Hãy nhập như 1.234,5; gõ – nếu không phát sinh, … nếu chưa có số.',
    en: '“{text}” is not a number. Type it like 1.234,5; – for nothing occurred, … for not yet known.',
  },
  'quantity.ambiguous': {
    status: 422,
    vi: '«{text}» chưa rõ là số nào. Có phải {suggestion}? Hãy dùng dấu chấm ngăn nghìn, dấu phẩy cho số lẻ.',
    en: '“{text}” is not clear. Did you mean {suggestion}? Use a point for thousands and a comma for decimals.',
  },
  'quantity.too-many-digits': {
    status: 422,
    vi: '«{text}» quá dài: tối đa 18 chữ số và 6 số lẻ. Hãy kiểm tra đơn vị tính.',
    en: '“{text}” is too long: at most 18 digits and 6 decimals. Check the measure.',
  },
  ...explanationProblems,
  ...explorerProblems,
  ...catalogueProblems,
  ...figureProblems,
  ...formulaProblems,
  ...layoutProblems,
  ...consolidationProblems,
  ...releaseProblems,
  ...versionProblems,
  ...checkRuleProblems,
  'dated-tree.id-twice': {
    status: 422,
    vi: '«{code}» được khai báo hai lần. Hãy bỏ bớt một dòng.',
    en: '“{code}” is declared twice. Remove one of the rows.',
  },
  'dated-tree.code-twice': {
    status: 422,
    vi: 'Mã «{code}» cùng lúc thuộc hai địa bàn hoặc cơ quan. Hãy kết thúc hiệu lực của bên cũ trước khi dùng lại mã.',
    en: 'Code “{code}” is held by two members at once. End the old one before the code is used again.',
  },
  'dated-tree.unknown-parent': {
    status: 422,
    vi: 'Cấp trên của «{code}» chưa có trong danh mục. Hãy thêm cấp trên trước.',
    en: 'The parent of “{code}” is not in the catalogue. Add the parent first.',
  },
  'dated-tree.backward-range': {
    status: 422,
    vi: '«{code}»: ngày kết thúc {validTo} trước ngày bắt đầu {validFrom}. Hãy sửa lại ngày.',
    en: '“{code}” ends on {validTo}, before it begins on {validFrom}. Correct the days.',
  },
  'dated-tree.two-names': {
    status: 422,
    vi: '«{code}» có hai tên trong cùng một ngày. Hãy kết thúc tên cũ trước ngày tên mới có hiệu lực.',
    en: '“{code}” has two names on one day. End the old name before the new one begins.',
  },
  'dated-tree.two-parents': {
    status: 422,
    vi: '«{code}» có hai cấp trên trong cùng một ngày. Hãy kết thúc cấp trên cũ trước ngày chuyển.',
    en: '“{code}” has two parents on one day. End the old one before the move.',
  },
  'dated-tree.cycle': {
    status: 422,
    vi: 'Từ ngày {date} các mã {codes} là cấp trên của nhau theo vòng tròn. Hãy sửa cấp trên của một mã.',
    en: 'From {date} the codes {codes} are parents of each other in a circle. Correct the parent of one.',
  },
  'submission.not-now': {
    status: 409,
    vi: 'Báo cáo đang ở bước «{state}» nên không làm việc này được. Hãy tải lại để xem trạng thái mới.',
    en: 'The submission is at “{state}”, so this cannot be done now. Reload to see where it stands.',
    article: 'QĐ 2159 Đ.9',
  },
  'submission.not-yours': {
    status: 403,
    vi: 'Việc này thuộc vai trò khác. Người đang giữ: {holder}.',
    en: 'This belongs to another role. It is with {holder}.',
  },
  'submission.own-work': {
    status: 403,
    vi: 'Người đã nhập hoặc trình báo cáo này không được tự thẩm định, phê duyệt hay tiếp nhận. Hãy để người khác làm.',
    en: 'Whoever typed or submitted this may not appraise, approve or accept it. Leave it to a colleague.',
  },
  'submission.content-moved': {
    status: 409,
    vi: 'Số liệu đã đổi sau khi bạn mở trang. Hãy tải lại, xem chỗ khác rồi quyết định.',
    en: 'Figures changed since you opened this page. Reload, look at the differences, then decide.',
  },
  'submission.reason-missing': {
    status: 422,
    vi: 'Hãy ghi lý do trả lại để người nhập biết phải sửa gì.',
    en: 'Write the reason, so that the reporter knows what to correct.',
  },
  'submission.document-number-missing': {
    status: 422,
    vi: 'Hãy nhập số và ngày văn bản trước khi phát hành.',
    en: 'Enter the document number and date before sealing.',
  },
  'submission.document-number-taken': {
    status: 409,
    vi: 'Cơ quan đã dùng số văn bản này cho báo cáo khác trong cùng năm. Hãy lấy số tiếp theo trong sổ văn bản đi.',
    en: 'The agency has given this document number to another report of the same year. Take the next one of the register.',
  },
  'submission.incomplete': {
    status: 422,
    vi: 'Còn {count} ô chưa nhập. Hãy nhập số, hoặc chọn «Không phát sinh» hay «Chưa có số» cho từng ô.',
    en: '{count} cells are still empty. Type a figure, or choose “nothing occurred” or “not yet known”.',
  },
  'submission.has-errors': {
    status: 422,
    vi: 'Còn {count} lỗi phải sửa trước khi trình: {cells}.',
    en: '{count} errors must be corrected before submitting: {cells}.',
  },
  'province.unknown': {
    status: 404,
    vi: 'Chưa có bảng tổng hợp cho kỳ này. Hãy chọn kỳ khác.',
    en: 'There is no consolidated table for this period. Choose another.',
  },
} as const satisfies Record<string, ProblemText>

export type ProblemCode = keyof typeof problems

/** What to say when a rule of the database is broken, by the name of its constraint or index. */
export const brokenRules: Readonly<Partial<Record<string, ProblemCode>>> = {
  submissions_document_number: 'submission.document-number-taken',
  document_numbers_pkey: 'submission.document-number-taken',
  area_groups_name: 'area-group.name-taken',
}

/** A detail that is words itself, and reads differently in the two languages. */
export interface BothLanguages {
  readonly vi: string
  readonly en: string
}

/** Details in the reader's language: of words in both, the one; anything else as it stands. */
export function inLanguage(detail: unknown, language: 'vi' | 'en'): unknown {
  return isBothLanguages(detail) ? detail[language] : detail
}

function isBothLanguages(detail: unknown): detail is BothLanguages {
  return typeof detail === 'object' && detail !== null && 'vi' in detail && 'en' in detail
}

export interface Problem {
  readonly code: ProblemCode
  readonly details: Readonly<Record<string, unknown>>
}

export function problem(code: ProblemCode, details: Readonly<Record<string, unknown>> = {}): Problem {
  return { code, details }
}

export function sentence(it: Problem, language: 'vi' | 'en' = 'vi'): string {
  return problems[it.code][language].replace(/\{(\w+)(:measure)?\}/g, (_, name: string, isMeasure?: string) => {
    const detail = inLanguage(it.details[name], language)
    if (name === 'state') return stateName(detail, language)
    return isMeasure && detail === '' ? pureNumber[language] : shown(detail, language)
  })
}

/** What a ratio of like amounts is measured in, where a sentence names a measure (`{found:measure}`). */
const pureNumber = { vi: 'số không có đơn vị tính', en: 'a number without a measure' }

const stateNames: Readonly<Record<string, Readonly<Record<'vi' | 'en', string>>>> = {
  draft: { vi: 'đang nhập', en: 'being entered' },
  pinned: { vi: 'đã chốt, chưa trình', en: 'pinned, not submitted' },
  submitted: { vi: 'đã trình', en: 'submitted' },
  appraised: { vi: 'đã thẩm định', en: 'appraised' },
  approved: { vi: 'đã phê duyệt', en: 'approved' },
  sealed: { vi: 'đã phát hành', en: 'sealed' },
  sent: { vi: 'đã gửi', en: 'sent' },
  accepted: { vi: 'đã tiếp nhận', en: 'accepted' },
}

function stateName(state: unknown, language: 'vi' | 'en'): string {
  return stateNames[String(state)]?.[language] ?? shown(state, language)
}

/** Counts are grouped as people read them; up to four digits they are not, since a year is none. Days stand as they are written here. */
function shown(detail: unknown, language: 'vi' | 'en'): string {
  if (typeof detail === 'number' && Number.isSafeInteger(detail) && Math.abs(detail) >= 10_000) {
    return String(detail).replace(/\B(?=(\d{3})+$)/g, language === 'vi' ? '.' : ',')
  }
  if (Array.isArray(detail)) return detail.join(', ')
  return String(detail ?? '…').replace(/^(\d{4})-(\d{2})-(\d{2})$/, '$3/$2/$1')
}

/** RFC 9457 with our code; `current` carries theirs on a conflict. */
export const problemJson = z
  .looseObject({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    code: z.string(),
    detail: z.string(),
    instance: z.string(),
  })
  .meta({ id: 'Problem' })
export type ProblemJson = z.infer<typeof problemJson>

export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly Problem[] }

export function refuse(
  code: ProblemCode,
  details: Readonly<Record<string, unknown>> = {},
): { ok: false; problems: readonly Problem[] } {
  return { ok: false, problems: [problem(code, details)] }
}
