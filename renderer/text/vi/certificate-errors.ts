/** Keys of certificates and reading one: why nothing was taken, and what to do. */
export const certificateErrors = {
  'certificate.safe-closed': () =>
    'Chưa mở được nơi giữ khoá của máy này nên chưa tạo khoá. Mở lại phần mềm rồi thử lại.',
  'certificate.no-key': () =>
    'Máy này chưa có khoá ký, hoặc khoá cũ không mở được nữa. Tạo khoá mới rồi gửi yêu cầu lên tỉnh.',
  'certificate.unsigned': () =>
    'Máy này chưa ký được giấy nên không in nhãn có mã ký. Xem Thiết lập › Khoá ký giấy.',
  'certificate.no-code-in-image': () =>
    'Không thấy mã QR nào trong ảnh. Chụp lại: thẳng, đủ sáng, mã nằm trọn trong ảnh.',
  'certificate.image-unreadable': () => 'Không đọc được ảnh này. Chọn ảnh JPG hoặc PNG, nhỏ hơn 20 MB.',
  'certificate.not-saved': () =>
    'Chưa lưu được tệp: nơi lưu đầy, bị rút ra hoặc không cho ghi. Chọn nơi khác.',
  'certificate.cancelled': () => 'Chưa chọn tệp nên không có gì thay đổi.',
  'certificate.card-not-ours': () =>
    'Giấy này do nơi khác ký nên ở đây không thu hồi được. Báo nơi đã cấp, hoặc báo tỉnh.',
  'certificate.card-not-revocable': () =>
    'Chỉ thu hồi được giấy còn hợp lệ. Giấy này đã thu hồi, hết hạn hoặc không đọc đúng.',
  'certificate.cannot-take-back': () =>
    'Máy này chưa ký được nên chưa thu hồi được giấy. Xem Thiết lập › Khoá ký giấy, hoặc dùng máy đang ký được.',
  'certificate.nothing-revoked': () => 'Chưa có giấy nào bị thu hồi nên không có tệp để lưu.',
  'key-list.unreadable': () => 'Tệp này không phải tệp khoá. Chọn đúng tệp tỉnh gửi (…-khoa.json).',
  'key-list.altered': () => 'Tệp khoá đã bị sửa hoặc hỏng trên đường đi nên không dùng. Xin tỉnh gửi lại.',
  'key-list.other-signer': () =>
    'Tệp khoá mang tên nơi cấp đã biết nhưng do khoá lạ ký nên không dùng. Gọi tỉnh để hỏi.',
  'key-list.older': () =>
    'Tệp khoá này cũ hơn tệp đang dùng nên không nhận: khoá đã thu hồi có thể sống lại. Xin tệp mới.',
  'key-list.already-here': () => 'Tệp khoá này đã được nhận trước đó. Không có gì thay đổi.',
  'key-list.wrong-fingerprint': () =>
    'Dãy 30 số không khớp với tệp nên chưa nhận. Gõ lại đúng dãy số trong giấy của tỉnh; vẫn sai thì đừng dùng tệp này.',
}
