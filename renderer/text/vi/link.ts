/** The link to the province: the chip, the ledger of trust, and joining. */
export const link = {
  title: 'Sổ gửi tỉnh',
  chipHint: 'Mọi thứ đã lưu an toàn trong máy này. Bấm để xem từng mũi đã tới tỉnh chưa.',
  chipSent: (time: string | null) => (time === null ? 'Đã nối tỉnh' : `Đã gửi hết ${time}`),
  chipWaiting: (count: string, minutes: number) =>
    minutes === 0 ? `Chờ gửi ${count}` : `Chờ gửi ${count}, lâu nhất ${age(minutes)}`,
  chipRefused: (count: number) => `Tỉnh chưa nhận ${count}`,
  chipByCourier: (day: string) => `Tỉnh đã nhận hết qua USB ${day}`,
  chipOffline: (count: string, minutes: number) =>
    minutes === 0
      ? `Chưa tới được tỉnh, chờ ${count}`
      : `Chưa tới được tỉnh, chờ ${count}, lâu nhất ${age(minutes)}`,
  chipTrouble: (count: string) => `Xem lại đường nối tỉnh, chờ ${count}`,
  count: (shown: string, more: boolean) => (more ? `${shown}+ dòng` : `${shown} dòng`),
  filters: { all: 'Tất cả', waiting: 'Chờ gửi', accepted: 'Tỉnh đã nhận', attention: 'Cần xử lý' },
  filterLabel: 'Lọc sổ',
  from: 'Lưu từ ngày',
  to: 'đến ngày',
  columns: { saved: 'Lưu lúc', person: 'Người', what: 'Mũi tiêm', state: 'Tình trạng', receipt: 'Biên nhận' },
  states: {
    saved: 'Đã lưu ở máy này',
    waiting: 'Chờ gửi',
    accepted: 'Tỉnh đã nhận',
    refused: 'Tỉnh chưa nhận',
    conflict: 'Nơi khác đã sửa',
    local: 'Chỉ lưu tại điểm',
  },
  byCourier: 'Đã nhận qua USB',
  courierReceipt: (number: string, moment: string) => `Biên nhận USB số ${number} · ${moment}`,
  copies: (pcs: number, hasProvince: boolean) =>
    [pcs > 1 ? `Đang có ở ${pcs} máy` : null, hasProvince ? 'Tỉnh đang giữ bản sổ' : null]
      .filter(part => part !== null)
      .join(' · '),
  copiesAt: (names: string) => `Bản sao ở: ${names}. Chưa phải là tỉnh đã nhận.`,
  records: {
    person: 'Hồ sơ người',
    dose: 'Mũi tiêm',
    visit: 'Lượt đến',
    screening: 'Sàng lọc',
    reaction: 'Phản ứng',
    point: 'Điểm tiêm',
    user: 'Người dùng',
    merge: 'Gộp hồ sơ',
    residence: 'Nơi ở',
    'not-given': 'Mũi không tiêm',
    'aefi-case': 'Ca tai biến',
    conflict: 'Kết quả đối chiếu',
  },
  otherRecord: 'Mục khác',
  nobody: 'Không gắn với ai',
  voided: 'đã hủy ghi nhận',
  givenOn: (day: string) => `tiêm ${day}`,
  acceptedAt: (time: string, minutes: number) => `${time} · sau ${age(minutes)}`,
  receiptNumber: (type: string, id: string, version: string) => `${type}/${id} bản ${version}`,
  serverSays: (words: string) => `Máy chủ nói: “${words}”`,
  missing: (count: number) => `Còn thiếu ${count} mục bắt buộc của bộ dữ liệu quốc gia`,
  missingShort: (count: number) => `thiếu ${count} mục`,
  openPerson: 'Mở hồ sơ',
  retry: 'Gửi lại',
  retryAll: 'Gửi lại tất cả',
  retried: (count: number) =>
    count === 0 ? 'Không có mục nào để gửi lại' : `Đã xếp ${count} mục vào hàng gửi`,
  emptyTitle: 'Chưa có mũi nào trong khoảng ngày này',
  emptyHint: 'Mỗi mũi lưu ở máy này hiện ở đây ngay, kèm biên nhận khi tỉnh đã nhận.',
  nothingWrong: 'Không có mục nào cần xử lý',
  nothingWrongHint: 'Mục nào tỉnh không nhận sẽ hiện ở đây, kèm một câu chỉ cách sửa.',
  more: 'Xem tiếp',
  print: 'In bằng chứng kịp thời',
  status: 'Đường nối',
  phases: {
    off: 'Chưa nối máy chủ tỉnh',
    idle: 'Đã nối, không có gì chờ',
    sending: 'Đang gửi',
    pausing: 'Chưa gửi được, sẽ tự thử lại',
  },
  nextTry: (time: string) => `Thử lại lúc ${time}`,
  tryNow: 'Thử ngay',
  server: 'Máy chủ',
  software: 'Phần mềm máy chủ',
  address: 'Địa chỉ',
  joinedAt: (day: string, by: string) => `Nối ngày ${day}, ${by}`,
  proxy: 'Qua máy chủ trung gian (proxy)',
  ownAuthority: 'Chứng thư riêng của tỉnh',
  lastAccepted: 'Tỉnh nhận lần cuối',
  never: 'chưa lần nào',
  waitingNow: (count: string) => `${count} mục chờ`,
  oldest: (ago: string) => `mục lâu nhất chờ ${ago}`,
  clock: (minutes: number) =>
    minutes > 0
      ? `Đồng hồ máy này chậm ${age(minutes)} so với máy chủ. Nhờ người phụ trách chỉnh lại.`
      : `Đồng hồ máy này nhanh ${age(-minutes)} so với máy chủ. Nhờ người phụ trách chỉnh lại.`,
  join: 'Nối máy chủ tỉnh',
  joinAgain: 'Nối lại',
  joinHint:
    'Tỉnh gửi một địa chỉ và một mã dùng một lần. Khóa được tạo ngay trên máy này và không rời khỏi máy.',
  joinAddress: 'Địa chỉ máy chủ',
  joinCode: 'Mã nối (dùng một lần)',
  joinAuthority: 'Chứng thư riêng của tỉnh (nếu tỉnh gửi tệp)',
  chooseAuthority: 'Chọn tệp chứng thư…',
  otherAuthority: 'Chọn tệp khác…',
  noAuthority: 'Bỏ tệp này',
  authority: (name: string, until: string) => `${name}, có hạn đến ${until}`,
  authorityPrint: (print: string) => `Đối chiếu với thư của tỉnh (SHA-256): ${print}`,
  joinProxy: 'Máy chủ trung gian (nếu có), ví dụ http://proxy:3128',
  joinMore: 'Mạng có proxy hoặc chứng thư riêng',
  joinNow: 'Nối máy này với tỉnh',
  joining: 'Đang hỏi máy chủ…',
  onlyHead: 'Trưởng điểm hoặc quản trị nối máy này với tỉnh.',
  leave: 'Ngắt nối',
  leaveQuestion: 'Ngắt nối máy này với tỉnh? Những gì đã gửi vẫn ở tỉnh; mọi thứ vẫn còn trong máy.',
  lacks: {
    'fhir-r4': 'FHIR bản R4 (4.0)',
    json: 'dạng JSON',
    transaction: 'giao dịch trọn gói (transaction)',
    type: 'loại dữ liệu',
    read: 'đọc (read)',
    search: 'tìm (search)',
    create: 'tạo mới (create)',
    update: 'cập nhật (update)',
    'conditional-create': 'tạo có điều kiện (conditional create)',
    versions: 'phiên bản (versioned-update, If-Match)',
    history: 'lịch sử bản ghi (_history)',
  },
  lacksFor: (what: string, types: string) => (types === '' ? what : `${what}: ${types}`),
  lacksTitle: 'Máy chủ còn thiếu',
}

/** How long, as people say it. */
function age(minutes: number): string {
  if (minutes < 1) return 'chưa đầy 1 phút'
  if (minutes < 120) return `${minutes} phút`
  const hours = Math.floor(minutes / 60)
  return hours < 48 ? `${hours} giờ` : `${Math.floor(hours / 24)} ngày`
}
