/** Names of a place that depend on who reads them, and notes of the frame, in Vietnamese. */
export const reviewPlaceVi = { decide: 'Thẩm định, phê duyệt', receive: 'Tiếp nhận báo cáo', seal: 'Phát hành' }

/** Only said where words and numbers have different habits. */
export const numberFormVi: string = ''

export const insecureVi = {
  title: 'Kết nối không mã hóa',
  advice: 'Mật khẩu và số liệu có thể bị đọc trên đường truyền. Hãy báo quản trị bật HTTPS.',
  hide: 'Đã biết',
}
