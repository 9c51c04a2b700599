/** Refusals of the frame under all slices: repeated requests, the feed, the password asked for again. */
export const platformProblems = {
  'request.rights-changed': {
    status: 403,
    vi: 'Yêu cầu này đã được thực hiện, nhưng quyền của bạn đã thay đổi từ lúc đó nên không trả lời lại. Hãy tải lại trang để xem việc bạn còn làm được.',
    en: 'This request was carried out, but your rights have changed since, so it is not answered again. Reload to see what you may do.',
  },
  'changes.forgotten': {
    status: 410,
    vi: 'Vị trí này nằm ngoài những thay đổi còn giữ. Hãy đọc lại từ đầu, rồi theo tiếp từ vị trí hiện tại.',
    en: 'This position lies outside the changes that are kept. Read everything anew, then go on from the present position.',
  },
  'session.wrong-confirmation': {
    status: 401,
    vi: 'Mật khẩu không đúng. Hãy kiểm tra phím Caps Lock và bộ gõ tiếng Việt.',
    en: 'Wrong password. Check Caps Lock and your input method.',
  },
} as const
