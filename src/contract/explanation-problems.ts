/** What the refusals of explaining and trying say. */
export const explanationProblems = {
  'explanation.one-of-two': {
    status: 400,
    vi: 'Hãy nêu một chỉ tiêu hoặc một công thức, không nêu cả hai.',
    en: 'Name an indicator or a formula, not both.',
  },
  'explanation.unknown-area': {
    status: 422,
    vi: 'Kỳ này không có địa bàn mã «{area}». Hãy chọn địa bàn trong danh mục.',
    en: 'There is no area “{area}” in this period. Choose one of the catalogue.',
  },
  'reading.moment-ahead': {
    status: 422,
    vi: 'Thời điểm được chọn chưa tới, nên chưa ai biết số lúc đó. Hãy chọn một lúc đã qua, hoặc xem số mới nhất.',
    en: 'The chosen moment is still to come, so nobody knows its figures. Choose a past one, or see the latest.',
  },
  'explanation.unknown-period': {
    status: 422,
    vi: '«{period}» không phải tên một kỳ. Hãy viết như 2026-09, 2026-Q3, 2026-YTD09 hoặc 2026.',
    en: '“{period}” is not the name of a period. Write 2026-09, 2026-Q3, 2026-YTD09 or 2026.',
  },
} as const
