/** What the refusals of figures that come in many at once say. Each names the row of the file or message. */
export const figureProblems = {
  'figures.unknown-code': {
    status: 422,
    vi: 'Dòng {row}: không có {what} «{code}» vào ngày {day}. Hãy kiểm tra lại mã theo danh mục.',
    en: 'Row {row}: there is no {what} “{code}” on {day}. Check the code against the catalogue.',
  },
  'figures.unknown-period': {
    status: 422,
    vi: 'Dòng {row}: «{period}» không phải tên kỳ. Hãy ghi như 2026-09, 2026-Q3, 2026-6M, 2026-9M, 2026-YTD08 hoặc 2026.',
    en: 'Row {row}: “{period}” is no period. Write 2026-09, 2026-Q3, 2026-6M, 2026-9M, 2026-YTD08 or 2026.',
  },
  'figures.period-out-of-range': {
    status: 422,
    vi: 'Dòng {row}: kỳ «{period}» ngoài khoảng {first}–{last} mà hệ thống giữ số liệu. Hãy kiểm tra lại năm.',
    en: 'Row {row}: period “{period}” is outside {first}–{last}, the years kept here. Check the year.',
  },
  'figures.unknown-scenario': {
    status: 422,
    vi: 'Dòng {row}: không có bản kế hoạch «{scenario}». Hãy ghi actual cho số thực tế, hoặc mã của một bản kế hoạch.',
    en: 'Row {row}: there is no plan version “{scenario}”. Write actual, or the code of a plan version.',
  },
  'figures.plan-not-yours': {
    status: 403,
    vi: 'Dòng {row}: kế hoạch «{scenario}» do cấp khác giao. Hãy ghi vào bản đề xuất của cơ quan mình.',
    en: 'Row {row}: plan “{scenario}” is set by another body. Use the version for proposals.',
  },
  'figures.vintage-mismatch': {
    status: 422,
    vi: 'Dòng {row}: số thực tế cần độ chín estimate, preliminary hoặc official; kế hoạch thì để trống. Đang ghi «{vintage}».',
    en: 'Row {row}: an actual figure is estimate, preliminary or official; a plan leaves it empty. Given: “{vintage}”.',
  },
  'figures.not-a-number': {
    status: 422,
    vi: 'Dòng {row}: «{text}» không phải số. Hãy ghi số như 1234.5; «…» nếu chưa có số, «-» nếu không phát sinh, «x» nếu không áp dụng.',
    en: 'Row {row}: “{text}” is no number. Write 1234.5; “…” when not yet known, “-” when nothing occurred, “x” when not applicable.',
  },
  'figures.number-not-plain': {
    status: 422,
    vi: 'Dòng {row}: «{text}» có lẽ là {understood}. Tệp chỉ nhận dấu chấm cho số lẻ, không ngăn nghìn: hãy ghi {understood}.',
    en: 'Row {row}: “{text}” is probably {understood}. Files take a decimal point and no grouping: write {understood}.',
  },
  'figures.too-many-digits': {
    status: 422,
    vi: 'Dòng {row}: «{text}» quá dài; nhận tối đa 18 chữ số phần nguyên và 6 số lẻ. Hãy kiểm tra lại đơn vị tính.',
    en: 'Row {row}: “{text}” is too long; at most 18 integer digits and 6 decimals. Check the measure.',
  },
  'figures.too-many-decimals': {
    status: 422,
    vi: 'Dòng {row}: «{text}» có quá {decimals} số lẻ mà chỉ tiêu {indicator} nhận. Hãy làm tròn, hoặc xem lại dấu chấm có phải dấu ngăn nghìn.',
    en: 'Row {row}: “{text}” has more than the {decimals} decimals that {indicator} takes. Round it, or see whether the point groups thousands.',
  },
  'figures.bad-text': {
    status: 422,
    vi: 'Dòng {row}: nội dung chữ có ký tự điều khiển hoặc dài quá {limit} ký tự. Hãy gõ lại.',
    en: 'Row {row}: the text has control characters or is longer than {limit}. Type it anew.',
  },
  'figures.takes-no-value': {
    status: 422,
    vi: 'Dòng {row}: chỉ tiêu {indicator} không nhận loại giá trị này. Hãy bỏ dòng, hoặc chọn chỉ tiêu con của nó.',
    en: 'Row {row}: indicator {indicator} takes no such value. Drop the row, or use an indicator below it.',
  },
  'figures.is-computed': {
    status: 422,
    vi: 'Dòng {row}: chỉ tiêu {indicator} được tính theo công thức, không nhập tay. Hãy bỏ dòng này; hệ thống tự tính.',
    en: 'Row {row}: indicator {indicator} is computed by its formula and not entered. Drop the row.',
  },
  'figures.not-assigned': {
    status: 403,
    vi: 'Dòng {row}: chỉ tiêu {indicator} không giao cho cơ quan này. Hãy bỏ dòng, hoặc để cơ quan được giao nạp.',
    en: 'Row {row}: indicator {indicator} is not assigned to this agency. Leave it to the agency it is assigned to.',
  },
  'figures.foreign-area': {
    status: 403,
    vi: 'Dòng {row}: cơ quan này không báo cáo chỉ tiêu {indicator} cho địa bàn {area}. Hãy bỏ dòng, hoặc sửa mã địa bàn.',
    en: 'Row {row}: this agency does not report {indicator} for area {area}. Drop the row or correct the area.',
  },
  'figures.said-twice': {
    status: 422,
    vi: 'Dòng {row} nói cùng một số liệu với dòng {other}. Hãy giữ lại một dòng.',
    en: 'Row {row} speaks of the same figure as row {other}. Keep one.',
  },
  'figures.too-many': {
    status: 413,
    vi: 'Có {count} số liệu trong một lần nạp; tối đa {limit}. Hãy tách thành nhiều tệp, ví dụ theo năm.',
    en: '{count} figures at once; the limit is {limit}. Split them into several files, by year for instance.',
  },
  'figures.none': {
    status: 422,
    vi: 'Không có số liệu nào để nạp. Hãy kiểm tra lại tệp.',
    en: 'There is no figure to enter. Check the file.',
  },
  'figures.message-reused': {
    status: 409,
    vi: 'Mã «{message}» của «{sender}» đã dùng cho nội dung khác. Hãy gửi nội dung mới với mã mới.',
    en: 'Message “{message}” of “{sender}” was used for other content. Send new content under a new id.',
  },
  'figures.unreadable-file': {
    status: 422,
    vi: 'Không đọc được tệp từ dòng {row}: {what}. Hãy lưu lại dạng CSV UTF-8, dấu phẩy giữa các cột.',
    en: 'The file cannot be read from row {row} on: {what}. Save it as CSV in UTF-8, separated by commas.',
  },
} as const satisfies Record<string, { readonly status: number; readonly vi: string; readonly en: string }>
