/** What the refusals of release times (giờ công bố) say. */
export const releaseProblems = {
  'release.unknown-indicator': {
    status: 422,
    vi: 'Không có chỉ tiêu «{indicator}». Hãy kiểm tra lại mã theo danh mục.',
    en: 'There is no indicator “{indicator}”. Check the code against the catalogue.',
  },
  'release.unknown-period': {
    status: 422,
    vi: 'Không có kỳ «{period}» trong các năm {first}–{last}. Hãy ghi như 2026-09, 2026-Q3, 2026-6M, 2026-9M, 2026-YTD08 hoặc 2026.',
    en: 'There is no period “{period}” in the years {first}–{last}. Write 2026-09, 2026-Q3, 2026-6M, 2026-9M, 2026-YTD08 or 2026.',
  },
  'release.not-a-moment': {
    status: 422,
    vi: '«{text}» không phải một ngày giờ có thật. Hãy ghi theo giờ Việt Nam, ngày trước tháng, như 2026-07-06 09:00 hoặc 06/07/2026 09:00.',
    en: '“{text}” is no day and time. Write the time of Vietnam, the day before the month, like 2026-07-06 09:00 or 06/07/2026 09:00.',
  },
  'release.past': {
    status: 422,
    vi: '{at} đã qua (bây giờ là {now}). Hãy ghi một giờ sau đó, hoặc bỏ giờ công bố để số xem được ngay.',
    en: '{at} is past (it is {now}). Give a later time, or cancel the release time to show the figure at once.',
  },
  'release.computed': {
    status: 422,
    vi: '{indicator} được tính theo công thức {formula}, mà không chỉ tiêu nào trong đó chờ đến {at}: giữ riêng nó thì ai cũng tính lại được từ các phần. Hãy đặt giờ công bố cho một chỉ tiêu trong công thức trước.',
    en: '{indicator} is computed by {formula}, and no indicator of that waits until {at}: kept back alone, it is computed anew from its parts by everybody. Set a release time for an indicator of the formula first.',
  },
  'release.not-yours': {
    status: 403,
    vi: 'Giờ công bố của {indicator} do người phê duyệt tại {owner} quyết định; «{login}» không có vai trò đó. Hãy ghi tên đăng nhập của họ sau --by.',
    en: 'The release time of {indicator} is for an approver at {owner} to decide; “{login}” is none. Give their account after --by.',
  },
  'release.none-waiting': {
    status: 422,
    vi: '{indicator}, {period}, không có giờ công bố nào đang chờ. Hãy chạy npx baocao release để xem các giờ sắp tới.',
    en: '{indicator}, {period}, has no release time to come. Run npx baocao release to see those that are.',
  },
} as const satisfies Record<string, { readonly status: number; readonly vi: string; readonly en: string }>
