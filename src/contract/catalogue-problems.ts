/** What the refusals of the catalogue say. */
export const catalogueProblems = {
  'catalogue.not-yours': {
    status: 403,
    vi: 'Công thức của chỉ tiêu này do {owner} giữ. Hãy gửi đề nghị sửa tới cơ quan đó hoặc cơ quan đầu mối tổng hợp.',
    en: 'The formula of this indicator belongs to {owner}. Ask that agency or the lead agency to change it.',
  },
  'catalogue.published-as-is': {
    status: 422,
    vi: 'Chỉ tiêu này dùng số công bố của cơ quan chủ trì nên không có công thức. Hãy lập một chỉ tiêu khác nếu cần số tính.',
    en: 'This indicator is published as it is and has no formula. Make another indicator for a computed figure.',
  },
  'catalogue.version-moved': {
    status: 409,
    vi: 'Bản {version} của chỉ tiêu này đã được lưu trong lúc đang sửa, nên chưa lưu gì. Hãy xem bản đó rồi lưu lại nếu vẫn cần.',
    en: 'Version {version} of this indicator was saved meanwhile, so nothing is saved now. Look at it, then save again if you still need to.',
  },
  'catalogue.unchanged': {
    status: 422,
    vi: 'Công thức không khác bản đang dùng, nên không có gì để lưu.',
    en: 'The formula is the one already in use, so there is nothing to save.',
  },
  'catalogue.valid-from-past': {
    status: 422,
    vi: 'Bản mới chỉ dùng được từ {earliest} trở đi, để số của các kỳ đã báo cáo không đổi. Hãy chọn ngày khác.',
    en: 'A new version may hold from {earliest} on, so that the figures of past periods stay. Choose another day.',
  },
} as const
