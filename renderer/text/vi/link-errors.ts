/** The link to the province. */
export const linkErrors = {
  'link.bad-address': () => 'Địa chỉ này không đọc được, nên chưa nối. Chép lại đúng như trong thư của tỉnh.',
  'link.insecure-address': () =>
    'Địa chỉ này không mã hóa đường truyền, nên chưa nối. Dùng địa chỉ bắt đầu bằng https://.',
  'link.not-a-fhir-server': () =>
    'Ở địa chỉ này không phải máy chủ tiêm chủng của tỉnh, nên chưa nối. Kiểm tra địa chỉ, và xem mạng có đòi đăng nhập không.',
  'link.server-lacks': () =>
    'Máy chủ này thiếu những việc cần cho việc gửi an toàn, nên chưa nối. Gửi danh sách dưới đây cho tỉnh.',
  'link.no-joining': () =>
    'Máy chủ này không nhận đăng ký máy mới, nên chưa nối. Hỏi tỉnh đã mở việc đăng ký chưa.',
  'link.wrong-code': () => 'Mã nối không đúng, đã dùng hoặc đã hết hạn, nên chưa nối. Xin tỉnh một mã mới.',
  'link.certificate-unreadable': () =>
    'Tệp chứng thư này không đọc được, nên chưa nối. Dùng đúng tệp chứng thư tỉnh gửi (.pem, .crt, .cer).',
  'link.nothing-chosen': () => 'Chưa chọn tệp nào nên không có gì thay đổi. Bấm Chọn tệp để chọn lại.',
  'link.safe-closed': () => 'Két khóa của máy chưa mở nên chưa nối được. Mở lại phần mềm rồi thử lần nữa.',
  'link.practice': () => 'Đang thực hành nên không nối máy chủ tỉnh. Chuyển sang sổ thật rồi nối.',
  'link.not-joined': () =>
    'Máy này chưa nối máy chủ tỉnh nên việc này chưa làm được. Mọi mũi tiêm vẫn lưu trong máy.',
  'link.no-connection': () =>
    'Chưa tới được máy chủ tỉnh. Mọi thứ đã lưu trong máy và sẽ tự gửi khi có mạng.',
  'link.timeout': () =>
    'Mạng quá chậm nên máy chủ tỉnh chưa trả lời kịp. Mọi thứ đã lưu và sẽ gửi lại từng phần nhỏ hơn.',
  'link.captive-portal': () =>
    'Mạng này đòi đăng nhập trước khi dùng, nên chưa gửi được. Mở trình duyệt để đăng nhập mạng; các mục chờ sẽ tự gửi.',
  'link.half-answer': () =>
    'Trả lời của máy chủ tỉnh bị đứt giữa chừng. Sẽ hỏi lại; gửi hai lần cũng chỉ ghi một lần.',
  'link.server-busy': () => 'Máy chủ tỉnh đang bận và hẹn gửi lại sau. Mọi thứ đã lưu trong máy.',
  'link.server-error': () => 'Máy chủ tỉnh đang có lỗi. Mọi thứ đã lưu trong máy và sẽ tự gửi lại.',
  'link.certificate-untrusted': () =>
    'Không chắc đây là máy chủ của tỉnh nên không gửi gì. Nếu tỉnh dùng chứng thư riêng, chọn tệp chứng thư tỉnh gửi rồi nối lại.',
  'link.certificate-date': () =>
    'Chứng thư của máy chủ không có hiệu lực theo ngày giờ của máy này, nên không gửi gì. Chỉnh đồng hồ máy; nếu đồng hồ đúng, hỏi tỉnh.',
  'link.proxy-unreachable': () =>
    'Không tới được máy chủ trung gian (proxy) đã khai. Sửa địa chỉ proxy ở phần Nối lại, hoặc bỏ trống nếu mạng không dùng.',
  'link.proxy-refused': () =>
    'Máy chủ trung gian (proxy) của mạng không cho qua, nên chưa gửi được. Xem lại tên, mật khẩu proxy ở phần Nối lại.',
  'link.not-let-in': () =>
    'Máy chủ tỉnh không nhận máy này nữa, nên chưa gửi được. Xin tỉnh mã mới rồi nối lại; không mất gì cả.',
  'link.not-allowed': () =>
    'Máy chủ tỉnh biết máy này nhưng chưa cho phép ghi. Mọi thứ đã lưu trong máy; báo tỉnh mở quyền.',
  'link.key-lost': () =>
    'Không mở được khóa nối tỉnh của máy này, nên chưa gửi được. Xin tỉnh mã mới rồi nối lại; không mất gì cả.',
  'link.refused-by-server': () =>
    'Máy chủ tỉnh không nhận mục này. Sửa chỗ máy chủ nêu ở hồ sơ; mục sẽ tự gửi lại sau khi sửa.',
  'link.too-large': () =>
    'Mục này quá lớn với máy chủ tỉnh. Rút gọn ghi chú ở hồ sơ; mục sẽ tự gửi lại sau khi sửa.',
  'link.depends-on-refused': () =>
    'Mục này chờ hồ sơ của người đó được tỉnh nhận trước. Sửa hồ sơ bị từ chối; mục này sẽ tự đi theo.',
  'link.reference-missing': () =>
    'Mục này nhắc tới một mục chưa có ở máy này. Bấm Gửi lại sau khi nhận đủ dữ liệu từ máy kia.',
  'link.record-unreadable': () =>
    'Phần mềm chưa chuyển được mục này sang dạng của tỉnh. Mục vẫn lưu trong máy; báo mã lỗi cho hỗ trợ.',
  'link.changed-elsewhere': () =>
    'Nơi khác đã sửa cùng mục này trên máy chủ tỉnh. Nhận bản mới về và chọn bản đúng; bản ở đây vẫn còn.',
}
