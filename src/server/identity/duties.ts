/** Roles in the words of the page before signing in. */
export const duties: Readonly<Record<string, string>> = {
  reporter: 'Nhập liệu',
  appraiser: 'Thẩm định',
  approver: 'Phê duyệt',
  clerk: 'Văn thư',
  receiver: 'Tiếp nhận báo cáo',
  consolidator: 'Tổng hợp báo cáo tỉnh',
  viewer: 'Lãnh đạo, xem số liệu',
  administrator: 'Quản trị',
  integrator: 'Kết nối dữ liệu',
}
