/** What is said when the session of a window has ended, in Vietnamese. */
export const sessionEndVi = {
  title: 'Phiên làm việc đã hết',
  advice: 'Số đã gõ được giữ trên máy này, gửi đi sau khi đăng nhập; số đang hiện không tự cập nhật.',
  signIn: 'Đăng nhập lại',
}
