/** What each role does, in the words of the page before signing in and of the lines that `npm start` writes. */
import type { Role } from '#core/access/roles.ts'
import type { BothLanguages } from './problems.ts'

export const duties: Readonly<Record<Role, BothLanguages>> = {
  reporter: { vi: 'Nhập liệu', en: 'Data entry' },
  appraiser: { vi: 'Thẩm định', en: 'Appraisal' },
  approver: { vi: 'Phê duyệt', en: 'Approval' },
  clerk: { vi: 'Văn thư', en: 'Records office' },
  receiver: { vi: 'Tiếp nhận báo cáo', en: 'Receiving submissions' },
  consolidator: { vi: 'Tổng hợp báo cáo tỉnh', en: 'Consolidating the provincial report' },
  viewer: { vi: 'Lãnh đạo, xem số liệu', en: 'Leadership, reading figures' },
  administrator: { vi: 'Quản trị', en: 'Administration' },
  integrator: { vi: 'Kết nối dữ liệu', en: 'Data integration' },
}
