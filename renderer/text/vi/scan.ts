/** What a scan says and asks, on every screen. */
export const scan = {
  choose: {
    'children-of-holder': 'Thẻ của cha mẹ: chọn trẻ đến tiêm',
    several: 'Nhiều hồ sơ cùng số này: chọn đúng người',
    contradicts: 'Thẻ và hồ sơ khác nhau: xem kỹ rồi chọn',
    'weak-number': 'Có thể là người này: xem kỹ rồi chọn',
  },
  cardSays: 'Thẻ vừa quét:',
  as: { holder: 'cùng số', child: 'con' },
  contradictions: {
    name: 'khác tên',
    'birth-date': 'khác ngày sinh',
    sex: 'khác giới tính',
    number: 'khác số định danh',
    age: 'thẻ trẻ em, người lớn',
  },
  registerHolder: 'Đăng ký mới người trên thẻ',
  arrived: (text: string) => (text === '' ? 'Máy không nhận được chữ nào.' : `Máy nhận được “${text}”.`),
  looksLike: {
    'person-code': 'Giống mã của điểm tiêm.',
    number: 'Giống một số giấy tờ.',
    'citizen-card': 'Giống thẻ căn cước.',
    'health-card': 'Giống thẻ BHYT.',
    'birth-certificate': 'Giống giấy khai sinh.',
  },
  openTest: 'Thử máy quét',
  from: {
    'citizen-card': 'Điền từ thẻ căn cước:',
    'health-card': 'Điền từ thẻ BHYT:',
    'birth-certificate': 'Điền từ giấy khai sinh:',
    number: 'Điền từ số vừa quét:',
  },
  checks: {
    name: 'Hỏi và gõ họ tên',
    'birth-date': 'Hỏi ngày sinh',
    number: 'So số với giấy',
    layout: 'So từng ô với giấy',
  },
  whose: 'Thẻ của người khác?',
  whoseAsked: 'Biểu mẫu đang ghi người khác. Thẻ này của ai?',
}
