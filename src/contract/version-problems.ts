/** What is refused on the way of a pinned version to the head's approval. */
export const versionProblems = {
  'version.not-now': {
    status: 409,
    vi: 'Bản tổng hợp đang ở bước «{state}» nên không làm việc này được. Hãy tải lại để xem trạng thái mới.',
    en: 'The version is at “{state}”, so this cannot be done now. Reload to see where it stands.',
    article: 'QĐ 2159 Đ.9',
  },
  'version.not-yours': {
    status: 403,
    vi: 'Việc này thuộc vai trò khác tại cơ quan chủ trì tổng hợp. Người đang giữ: {holder}.',
    en: 'This belongs to another role at the consolidating agency. It is with {holder}.',
  },
  'version.own-work': {
    status: 403,
    vi: 'Người đã chốt, trình bản này hoặc viết điều chỉnh nằm trong bản không được tự thẩm định, phê duyệt. Hãy để người khác làm.',
    en: 'Whoever pinned or submitted this version, or wrote an adjustment in it, may not appraise or approve it. Leave it to a colleague.',
  },
  'version.other-content': {
    status: 409,
    vi: 'Mã bản gửi kèm không phải của bản này. Hãy tải lại, xem đúng bản rồi quyết định.',
    en: 'The hash that came with it is not of this version. Reload, look at the right one, then decide.',
  },
  'version.provisional': {
    status: 422,
    vi: 'Bản «tạm tính» gồm số chưa tiếp nhận nên không trình được. Hãy chốt bản chỉ gồm số đã tiếp nhận rồi trình.',
    en: 'A provisional version holds figures that are not accepted and cannot be submitted. Pin one of accepted figures.',
  },
  'version.superseded': {
    status: 409,
    vi: 'Bản {version} đã thay bản này. Hãy mở bản {version} để xem và quyết định.',
    en: 'Version {version} has taken the place of this one. Open version {version} and decide there.',
  },
  'version.affected': {
    status: 409,
    vi: 'Bản này bị ảnh hưởng: {count} ô đã đổi từ khi chốt. Hãy tổng hợp lại thành bản mới rồi trình, thẩm định, phê duyệt bản mới.',
    en: 'This version is affected: {count} cells moved since it was pinned. Recompute, then submit and approve the new version.',
  },
  'version.correction-unexplained': {
    status: 422,
    vi: 'Bản {version} đã được phê duyệt, nên bản này là đính chính. Hãy ghi lý do đính chính khi trình.',
    en: 'Version {version} is approved, so this one corrects it. Say why when you submit it.',
  },
} as const
