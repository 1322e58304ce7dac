/** The fridges: readings, loggers, breaches. */
export const coldChain = {
  title: 'Dây chuyền lạnh',
  fridges: 'Tủ',
  noFridge: 'Chưa có tủ nào',
  noFridgeHint: 'Ghi tên tủ lạnh của điểm để đọc nhiệt độ hai lần mỗi ngày.',
  addFridge: 'Thêm tủ',
  fridgeName: 'Tên tủ',
  lastRead: (degrees: string, time: string) => `${degrees} °C lúc ${time}`,
  neverRead: 'chưa đọc lần nào',
  missingCount: (count: number) => `thiếu ${count} lần đọc`,
  undecidedCount: (count: number) => `${count} lần vượt chờ quyết định`,
  contents: {
    title: 'Vắc xin trong tủ',
    all: 'Mọi vắc xin của điểm',
    edit: 'Sửa tủ',
    inUse: 'Tủ đang dùng',
    outOfUse: 'tủ không còn dùng',
    save: 'Lưu tủ',
    homeless: (names: string) =>
      `Chưa tủ nào ghi: ${names}. Tủ vượt nhiệt độ thì các lô này không bị cách ly.`,
  },
  reading: 'Đọc nhiệt độ',
  temperature: 'Đang chỉ (°C)',
  lowest: 'Thấp nhất (°C)',
  highest: 'Cao nhất (°C)',
  note: 'Ghi chú',
  saveReading: (degrees: string) => `Lưu ${degrees} °C`,
  saveReadingEmpty: 'Ghi nhiệt độ để lưu',
  saved: (degrees: string) => `Đã lưu ${degrees} °C.`,
  savedBreach: 'Ngoài giới hạn: các lô trong tủ đã được cách ly, chờ trưởng điểm quyết định.',
  badNumber: 'Số có một chữ số sau dấu phẩy, ví dụ 4,6.',
  chart: 'Nhiệt độ',
  days: (count: number) => `${count} ngày`,
  limits: '2–8 °C; đông băng từ −0,5 °C (chưa có văn bản xác nhận)',
  noPoints: 'Chưa có số đọc nào trong khoảng này.',
  chartLabel: (lowest: string, highest: string, count: number) =>
    `${count} số đọc, thấp nhất ${lowest} °C, cao nhất ${highest} °C`,
  missingTitle: 'Lần đọc còn thiếu',
  half: { morning: 'sáng', afternoon: 'chiều' },
  noneMissing: 'Đủ hai lần mỗi ngày.',
  readingsTitle: 'Các lần đọc',
  byHand: (by: string) => `${by}`,
  range: (lowest: string, highest: string) => `từ ${lowest} đến ${highest} °C`,
  breaches: 'Lần vượt nhiệt độ',
  noBreach: 'Không có lần vượt nhiệt độ nào chờ quyết định.',
  kind: { 'too-warm': 'Quá nóng', 'too-cold': 'Quá lạnh', frozen: 'Đông băng' },
  breachLine: (degrees: string, from: string, until: string) => `${degrees} °C, ${from} – ${until}`,
  lotLine: (vaccine: string, lot: string, left: number) => `${vaccine} · lô ${lot} · còn ${left} liều`,
  use: 'Dùng tiếp',
  discard: 'Hủy lô',
  decided: {
    use: (by: string, reason: string) => `Dùng tiếp: ${reason} (${by})`,
    discard: (by: string, reason: string) => `Hủy: ${reason} (${by})`,
  },
  titleOf: {
    use: (lot: string) => `Dùng tiếp lô ${lot}`,
    discard: (lot: string) => `Hủy lô ${lot}`,
  },
  reasonsOf: {
    use: [
      'VVM chưa đến mức bỏ, đã hỏi tuyến trên',
      'Nghiệm pháp lắc: không đông băng',
      'Máy ghi sai, nhiệt kế đúng',
    ],
    discard: ['VVM đến mức bỏ', 'Nghiệm pháp lắc: đã đông băng', 'Tuyến trên chỉ đạo hủy'],
  },
  decideHint:
    'Quyết định được giữ lại với tên người quyết định. Lô hủy được ngừng dùng; người giữ kho ghi xuất hủy.',
  onlyHead: 'Trưởng điểm quyết định.',
  importLog: 'Nhập tệp máy ghi nhiệt độ (CSV)',
  chooseFile: 'Chọn tệp CSV',
  logRead: (count: number, from: string, until: string) => `${count} số đọc, từ ${from} đến ${until}`,
  logColumns: (date: string, temperature: string, unit: string) =>
    `Cột ngày giờ: ${date}; cột nhiệt độ: ${temperature} (°${unit})`,
  logRange: (lowest: string, highest: string) => `Thấp nhất ${lowest} °C, cao nhất ${highest} °C`,
  logUnread: (count: number, lines: string) =>
    `${count} dòng không đọc được (dòng ${lines}): không nhập các dòng ấy.`,
  logGuessed:
    'Tệp không cho biết ngày hay tháng đứng trước: hiểu theo ngày/tháng. Xem lại khoảng ngày ở trên.',
  logBreaches: (count: number) =>
    count === 0
      ? 'Không lần nào ra ngoài giới hạn.'
      : `${count} lần ra ngoài giới hạn: các lô sẽ bị cách ly.`,
  logSave: (count: number) => `Nhập ${count} số đọc`,
  logSaved: (count: number) => `Đã nhập ${count} số đọc.`,
  unnamed: (number: number) => `cột ${number}`,
}
