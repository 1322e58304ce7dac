/** Why a scan was not used, and what to do. */
export const scanErrors = {
  'scan.garbled': () =>
    'Bộ gõ tiếng Việt đã làm đổi mã vừa quét, nên không mở ai. Chuyển bộ gõ sang E (tắt Telex/VNI) rồi quét lại.',
  'scan.readings-differ': () =>
    'Máy quét gõ một số, máy tính hiểu ra số khác, nên không mở ai. Mở Thử máy quét trong Thiết lập để xem.',
  'scan.bad-check': () =>
    'Mã vừa quét thiếu hoặc sai một chữ số, nên không mở ai. Quét lại; vẫn vậy thì gõ mã in dưới vạch.',
  'scan.contradicts-itself': () =>
    'Số trên thẻ không khớp ngày sinh hoặc giới tính của chính thẻ, nên không dùng. Quét lại; vẫn vậy thì nhập tay từ thẻ.',
  'scan.bad-number': () =>
    'Giống thẻ nhưng không đọc được số của thẻ, nên không mở ai. Quét lại, hoặc gõ số in trên thẻ.',
  'scan.not-here': () =>
    'Mã này đúng nhưng máy này chưa có người ấy. Tìm theo tên, ngày sinh; không thấy thì đăng ký mới.',
  'scan.not-a-code': () =>
    'Mã vừa quét không phải mã của người. Quét mã trên sổ, thẻ căn cước hoặc thẻ BHYT.',
}
