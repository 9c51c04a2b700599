/** What the refusals of the consolidating agency's own acts say. */
export const consolidationProblems = {
  'consolidation.not-yours': {
    status: 403,
    vi: 'Việc này thuộc chuyên viên tổng hợp của cơ quan nhận báo cáo. Hãy đổi vai trò, hoặc nhờ người tổng hợp.',
    en: 'This belongs to the consolidator of the receiving agency. Change role, or ask them.',
    article: 'QĐ 2159 Đ.11.1',
  },
  'consolidation.unknown-cell': {
    status: 404,
    vi: 'Bảng tổng hợp không có ô {row}.{column}. Hãy tải lại bảng.',
    en: 'The consolidated table has no cell {row}.{column}. Reload the table.',
  },
  'province.area-unknown': {
    status: 404,
    vi: 'Kỳ này không có địa bàn hay nhóm được chọn. Hãy xem toàn tỉnh, hoặc chọn địa bàn khác.',
    en: 'The chosen area or group is not there in this period. See the whole province, or choose another area.',
  },
  'consolidation.reason-missing': {
    status: 422,
    vi: 'Hãy ghi lý do, để người đọc bảng hiểu vì sao.',
    en: 'Write the reason, so that readers of the table understand why.',
  },
  'adjustment.computed': {
    status: 422,
    vi: 'Ô này tính từ các ô khác nên không điều chỉnh riêng được. Hãy điều chỉnh ở dòng thành phần.',
    en: 'This cell is computed from others. Adjust one of the lines it is made of.',
  },
  'adjustment.no-figure': {
    status: 422,
    vi: 'Ô này chưa có số nên chưa có gì để điều chỉnh. Hãy hỏi cơ quan nguồn.',
    en: 'There is no figure here to adjust. Ask its agency.',
  },
  'adjustment.not-released': {
    status: 422,
    vi: 'Ô này có số chưa đến giờ công bố, nơi khác chưa được xem. Hãy điều chỉnh sau giờ công bố.',
    en: 'This cell rests on a figure that others may not see before its release time. Adjust it after that.',
  },
  'adjustment.value-moved': {
    status: 409,
    vi: 'Số tổng hợp vừa đổi thành {current}. Hãy xem lại rồi điều chỉnh trên số mới.',
    en: 'The consolidated value has just become {current}. Look again, then adjust the new one.',
  },
  'adjustment.no-change': {
    status: 422,
    vi: 'Số mới bằng số đang có. Hãy nhập số khác, hoặc đóng hộp này.',
    en: 'The new value is the present one. Type another, or close this box.',
  },
  'adjustment.withdrawn': {
    status: 409,
    vi: 'Điều chỉnh này đã được rút lại. Hãy tải lại bảng.',
    en: 'This adjustment is already withdrawn. Reload the table.',
  },
  'area-group.unknown-area': {
    status: 422,
    vi: 'Nhóm cần ít nhất hai địa bàn đang có trong danh mục. Hãy chọn lại.',
    en: 'A group takes at least two areas of the catalogue. Choose again.',
  },
  'area-group.overlap': {
    status: 422,
    vi: '{area} nằm trong một địa bàn khác của nhóm, nên số sẽ bị cộng hai lần. Hãy bỏ một trong hai.',
    en: '{area} lies within another area of the group and would be added twice. Take one of them out.',
  },
  'area-group.name-unreadable': {
    status: 422,
    vi: 'Tên nhóm phải viết trên một dòng, bằng chữ đọc được. Hãy gõ lại tên.',
    en: 'A group’s name stands on one line, in characters that can be read. Type it again.',
  },
  'area-group.name-taken': {
    status: 409,
    vi: 'Đã có nhóm tên «{name}». Hãy đặt tên khác, hoặc bỏ nhóm cũ trước.',
    en: 'There is a group named “{name}” already. Choose another name, or remove that one first.',
  },
  'question.not-a-subject': {
    status: 422,
    vi: 'Cơ quan {agency} không báo cáo trong kỳ này nên không hỏi ở đây được. Hãy chọn cơ quan nguồn của dòng.',
    en: 'Agency {agency} does not report in this period. Choose the agency behind the line.',
  },
  'question.not-yours': {
    status: 403,
    vi: 'Việc này thuộc bên kia: cơ quan được hỏi trả lời, cơ quan tổng hợp đóng câu hỏi.',
    en: 'This is for the other side: the agency that was asked answers, the consolidator closes.',
  },
  'question.closed': {
    status: 409,
    vi: 'Câu hỏi này đã đóng. Hãy tải lại trang; cần hỏi thêm thì gửi câu hỏi mới.',
    en: 'This question is closed. Reload; to ask more, put a new one.',
  },
  'version.moved': {
    status: 409,
    vi: 'Số liệu đã đổi sau khi bạn mở bảng nên chưa chốt. Hãy xem lại bảng rồi chốt trên số mới.',
    en: 'Figures moved since you opened the table, so nothing was pinned. Look again, then pin the new ones.',
  },
  'version.unchanged': {
    status: 409,
    vi: 'Bảng vẫn đúng như bản {version} đã chốt, không cần chốt lại.',
    en: 'The table is still exactly version {version}; there is nothing to pin again.',
  },
  'settlement.not-a-source': {
    status: 422,
    vi: 'Cơ quan {agency} không báo số này nên không chọn được. Hãy chọn một trong các nguồn đang lệch.',
    en: 'Agency {agency} reports no value here. Choose one of the sources that differ.',
  },
  'settlement.nothing-to-settle': {
    status: 409,
    vi: 'Các nguồn không còn lệch nhau ở số này. Hãy tải lại danh sách.',
    en: 'Sources no longer differ on this figure. Reload the list.',
  },
  'settlement.before-period': {
    status: 422,
    vi: 'Thứ tự ưu tiên chỉ đặt từ {from} trở đi, để bảng của các kỳ trước không đổi. Hãy chọn ngày khác.',
    en: 'An order of sources begins on {from} at the earliest, so that earlier tables stay. Choose another day.',
  },
  'settlement.not-this-figure': {
    status: 422,
    vi: 'Số này tính từ ngày {begins}, trước ngày {from}, nên thứ tự nguồn từ ngày đó không đổi được nó. Hãy chọn nguồn cho riêng số này.',
    en: 'This figure begins on {begins}, before {from}, so an order of sources from that day does not change it. Settle this figure alone.',
  },
  'precedence.later-exists': {
    status: 409,
    vi: 'Chỉ tiêu này đã có thứ tự nguồn từ ngày {from}. Hãy chọn ngày sau đó, hoặc chọn riêng cho số này.',
    en: 'This indicator has an order of sources from {from}. Choose a later day, or settle this figure alone.',
  },
} as const
