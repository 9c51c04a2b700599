/** What the refusals of check rules say. The editor shows the place; the sentence says what to do there. */
import type { ConditionProblemCode } from '#core/validation/read-condition.ts'

type Code =
  | ConditionProblemCode
  | 'check-rule.unknown'
  | 'check-rule.code-taken'
  | 'check-rule.scope-unknown'
  | 'check-rule.not-yours'
  | 'check-rule.version-moved'
  | 'check-rule.not-draft'
  | 'check-rule.not-on'
  | 'check-rule.newer-is-on'

export const checkRuleProblems = {
  'check-rule.not-a-condition': {
    status: 422,
    vi: 'Đây là một phép tính, chưa phải điều kiện. Hãy so sánh nó với một vế khác, ví dụ [a1] = [a2] + [a3].',
    en: 'This is a calculation, not a condition. Compare it with another side, such as [a1] = [a2] + [a3].',
  },
  'check-rule.unknown-reading': {
    status: 422,
    vi: '«{found}» không có trong phạm vi của quy tắc. Hãy chọn dòng của biểu, ô dạng dòng.cột, hoặc mã chỉ tiêu đã ban hành.',
    en: '“{found}” is not in the scope of this rule. Choose a row of the form, a cell as row.column, or an issued code.',
  },
  'check-rule.unknown': {
    status: 404,
    vi: 'Không có quy tắc kiểm tra «{code}». Hãy chọn lại trong danh sách.',
    en: 'There is no check rule “{code}”. Choose one from the list.',
  },
  'check-rule.code-taken': {
    status: 409,
    vi: 'Mã «{code}» đã dùng cho quy tắc khác. Hãy đặt mã khác; mã không dùng lại.',
    en: 'Code “{code}” is taken by another rule. Choose another; codes are not reused.',
  },
  'check-rule.scope-unknown': {
    status: 422,
    vi: 'Không có biểu hoặc chỉ tiêu «{found}». Hãy chọn lại phạm vi của quy tắc.',
    en: 'There is no form or indicator “{found}”. Choose the scope again.',
  },
  'check-rule.not-yours': {
    status: 403,
    vi: 'Quy tắc kiểm tra do quản trị hoặc người tổng hợp của cơ quan chủ trì viết và bật. Hãy gửi đề nghị đến họ.',
    en: 'Rules are kept by an administrator or a consolidator of the lead agency. Send them your proposal.',
  },
  'check-rule.version-moved': {
    status: 409,
    vi: 'Bản {version} của quy tắc này đã được lưu, bật hoặc tắt trong lúc đang soạn, nên chưa lưu gì. Hãy xem bản đó rồi lưu lại nếu vẫn cần.',
    en: 'Version {version} of this rule was saved or switched meanwhile, so nothing is saved now. Look at it, then save again if you still need to.',
  },
  'check-rule.not-draft': {
    status: 409,
    vi: 'Bản {version} đã được bật hoặc tắt, không bật lại được. Hãy soạn bản mới.',
    en: 'Version {version} has been switched already. Write a new version.',
  },
  'check-rule.not-on': {
    status: 409,
    vi: 'Bản {version} hiện không bật, nên không cần tắt. Hãy tải lại để xem trạng thái mới.',
    en: 'Version {version} is not on. Reload to see where it stands.',
  },
  'check-rule.newer-is-on': {
    status: 409,
    vi: 'Bản đang bật có hiệu lực từ {from}. Hãy chọn ngày sau ngày đó, hoặc tắt bản ấy trước.',
    en: 'The version that is on holds from {from}. Choose a later day, or switch that one off first.',
  },
} as const satisfies Record<Code, { readonly status: number; readonly vi: string; readonly en: string }>
