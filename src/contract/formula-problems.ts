/** What the refusals of formulas and totals say. The editor shows the place; the sentence says what to do there. */
import type { SpanProblem } from '#core/aggregation/over-span.ts'
import type { CycleProblem } from '#core/formula/order.ts'
import type { FormulaProblemCode } from '#core/formula/problems.ts'

type Code = FormulaProblemCode | CycleProblem['code'] | SpanProblem['code']

export const formulaProblems = {
  'formula.empty': {
    status: 422,
    vi: 'Công thức đang trống. Hãy viết công thức, ví dụ [NN.03] * 10 / [NN.18].',
    en: 'The formula is empty. Write one, such as [NN.03] * 10 / [NN.18].',
  },
  'formula.too-long': {
    status: 422,
    vi: 'Công thức quá dài (tối đa {limit}). Hãy tách thành vài chỉ tiêu rồi cộng lại.',
    en: 'The formula is too long (limit {limit}). Split it into several indicators.',
  },
  'formula.too-deep': {
    status: 422,
    vi: 'Công thức lồng quá {limit} lớp ngoặc. Hãy tách phần bên trong thành chỉ tiêu riêng.',
    en: 'The formula is nested more than {limit} levels deep. Make the inner part an indicator of its own.',
  },
  'formula.unexpected': {
    status: 422,
    vi: '«{found}» không đứng được ở chỗ này. Hãy kiểm tra dấu phép tính, dấu ; giữa các đối số và ngoặc vuông quanh mã chỉ tiêu.',
    en: '“{found}” cannot stand here. Check the operators, the ; between arguments and the brackets around codes.',
  },
  'formula.ends-early': {
    status: 422,
    vi: 'Công thức còn dang dở. Hãy viết tiếp phần còn thiếu ở cuối.',
    en: 'The formula ends too early. Complete it.',
  },
  'formula.unclosed': {
    status: 422,
    vi: 'Dấu {open} chưa được đóng. Hãy thêm dấu đóng tương ứng.',
    en: '{open} is never closed. Add the closing sign.',
  },
  'formula.bad-code': {
    status: 422,
    vi: '«{found}» không phải mã chỉ tiêu hay mã phân tổ. Hãy viết như [NN.01] hoặc [NN.01:dong-xuan].',
    en: '“{found}” is not the code of an indicator or a member. Write [NN.01] or [NN.01:dong-xuan].',
  },
  'formula.repeated-member': {
    status: 422,
    vi: 'Phân tổ «{member}» được nêu hai lần. Hãy bỏ bớt một lần.',
    en: 'Member “{member}” is named twice. Remove one.',
  },
  'formula.bad-number': {
    status: 422,
    vi: '«{found}» không phải số dùng được trong công thức: tối đa 18 chữ số và 18 số lẻ; giữa các đối số dùng dấu ;.',
    en: '“{found}” is no number a formula takes: at most 18 digits and 18 decimals; separate arguments with ;.',
  },
  'formula.ambiguous-number': {
    status: 422,
    vi: '«{found}» có thể hiểu là {grouped} hoặc {decimal}. Hãy viết lại: dấu phẩy cho số lẻ, không ngăn nghìn.',
    en: '“{found}” can be read as {grouped} or {decimal}. Write it with a decimal comma and without grouping.',
  },
  'formula.unknown-function': {
    status: 422,
    vi: 'Không có hàm «{name}». Hãy chọn một hàm trong danh sách hàm.',
    en: 'There is no function “{name}”. Choose one from the list.',
  },
  'formula.argument-count': {
    status: 422,
    vi: 'Hàm «{name}» nhận từ {least} đến {most} đối số; đang có {given}. Hãy thêm hoặc bớt đối số.',
    en: 'Function “{name}” takes from {least} to {most} arguments; {given} given. Add or remove some.',
  },
  'formula.wrong-kind': {
    status: 422,
    vi: 'Phần này không đúng loại: phép tính cần số, còn and, or, not và if cần điều kiện như [NN.01] > 0. Hãy sửa lại.',
    en: 'This part is of the wrong kind: arithmetic needs numbers; and, or, not and if need a condition.',
  },
  'formula.function-not-available': {
    status: 422,
    vi: 'Hàm «{name}» không dùng được ở đây. Hãy viết công thức không cần hàm này, hoặc dùng chỉ tiêu đã có sẵn số đó.',
    en: 'Function “{name}” cannot be used here. Write the formula without it.',
  },
  'formula.unknown-indicator': {
    status: 422,
    vi: 'Danh mục chưa có chỉ tiêu «{code}». Hãy chọn một mã trong danh mục.',
    en: 'The catalogue has no indicator “{code}”. Choose one of its codes.',
  },
  'formula.unknown-area': {
    status: 422,
    vi: 'Danh mục không có địa bàn mã «{area}». Hãy viết mã địa bàn trong ngoặc kép, ví dụ at([NN.03]; "836") là Ba Tri.',
    en: 'The catalogue has no area “{area}”. Write the code of an area in quotation marks, such as at([NN.03]; "836").',
  },
  'formula.unknown-member': {
    status: 422,
    vi: 'Danh mục không có phân tổ mã «{member}». Hãy chọn một mã phân tổ trong danh sách gợi ý.',
    en: 'The catalogue has no breakdown member “{member}”. Choose one of its codes.',
  },
  'formula.does-not-add-up': {
    status: 422,
    vi: 'Chỉ tiêu «{reference}» không cộng theo địa bàn (tỷ lệ, chỉ số, số công bố nguyên trạng). Hãy tính từ các chỉ tiêu cộng được, như children([NN.03]) / children([NN.18]).',
    en: 'The indicator “{reference}” does not add up over areas (a rate, an index, or published as it is). Compute it from what does, such as children([NN.03]) / children([NN.18]).',
  },
  'formula.unknown-plan': {
    status: 422,
    vi: 'Không có kế hoạch «{plan}». Hãy viết cấp giao, ví dụ plan([TC.01]; "HĐND"), hoặc mã một bản kế hoạch trong danh mục.',
    en: 'There is no plan “{plan}”. Write who sets it, such as plan([TC.01]; "HĐND"), or the code of a plan version.',
  },
  'formula.not-a-number': {
    status: 422,
    vi: 'Công thức này là một điều kiện, không cho ra số. Hãy viết if(điều kiện; số; số).',
    en: 'This formula is a condition and gives no number. Write if(condition; number; number).',
  },
  'formula.text-not-written': {
    status: 422,
    vi: 'Đối số thứ hai của «{name}» phải viết sẵn trong dấu nháy kép, ví dụ plan([TC.01]; "HĐND") hoặc at([NN.03]; "831").',
    en: 'The second argument of “{name}” is written in double quotes, such as plan([TC.01]; "HĐND") or at([NN.03]; "831").',
  },
  'formula.unknown-vintage': {
    status: 422,
    vi: 'Không có loại số liệu «{found}». Hãy viết "estimate" (ước), "preliminary" (sơ bộ) hoặc "official" (chính thức).',
    en: 'There is no vintage “{found}”. Write "estimate", "preliminary" or "official".',
  },
  'formula.measures-differ': {
    status: 422,
    vi: 'Không cộng, so sánh hay chọn giữa «{left:measure}» và «{right:measure}» được vì khác loại đơn vị tính. Hãy chỉ dùng các chỉ tiêu cùng loại đơn vị.',
    en: '“{left:measure}” and “{right:measure}” are different measures and cannot be added, compared or chosen between.',
  },
  'formula.measures-on-other-scale': {
    status: 422,
    vi: '«{left:measure}» và «{right:measure}» khác bậc đơn vị tính. Hãy nhân phần tính bằng «{right:measure}» với {factor} để đổi ra «{left:measure}».',
    en: '“{left:measure}” and “{right:measure}” are on different scales. Multiply the part in “{right:measure}” by {factor}.',
  },
  'formula.measure-not-declared': {
    status: 422,
    vi: 'Công thức cho ra «{found:measure}», còn chỉ tiêu tính bằng «{declared:measure}». Hãy sửa công thức, hoặc đơn vị tính của chỉ tiêu.',
    en: 'The formula yields “{found:measure}”, while the indicator is measured in “{declared:measure}”. Correct either.',
  },
  'formula.declared-on-other-scale': {
    status: 422,
    vi: 'Công thức cho ra bậc đơn vị khác với «{declared:measure}» của chỉ tiêu. Hãy nhân công thức với {factor}.',
    en: 'The formula yields another scale than the indicator’s “{declared:measure}”. Multiply it by {factor}.',
  },
  'formula.factor-unproven': {
    status: 422,
    vi: 'Hệ số trong công thức không phải hệ số đổi ra «{declared:measure}» (là {factor}). Hãy xem lại hệ số này có đúng ý không.',
    en: 'The factor in the formula is not the one that converts to “{declared:measure}” ({factor}). Check that it is meant.',
  },
  'formula.decimals-not-fixed': {
    status: 422,
    vi: 'Số chữ số làm tròn phải viết sẵn, từ {least} đến {most}, ví dụ round([NN.02]; 2).',
    en: 'The decimals of round are written in the formula, from {least} to {most}.',
  },
  'formula.cycle': {
    status: 422,
    vi: 'Các công thức gọi vòng quanh nhau: {path}. Hãy bỏ một chỉ tiêu khỏi vòng.',
    en: 'Formulas use each other in a circle: {path}. Take one of them out.',
  },
  'aggregation.part-outside': {
    status: 422,
    vi: 'Số liệu của {part} không nằm trong {whole}, hoặc theo lịch lấy số liệu khác. Hãy chọn kỳ cùng lịch, nằm trong kỳ cần tính.',
    en: 'Figures of {part} are not within {whole}, or follow another calendar.',
  },
  'aggregation.parts-overlap': {
    status: 422,
    vi: 'Số liệu của {part} trùng ngày với kỳ khác trong {whole}, cộng vào sẽ bị tính hai lần. Hãy bỏ bớt một kỳ.',
    en: 'Figures of {part} overlap another part of {whole} and would count twice. Remove one.',
  },
} as const satisfies Record<Code, { readonly status: number; readonly vi: string; readonly en: string }>
