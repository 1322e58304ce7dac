import type { FindingCode, FindingKind, Repair } from '../../../src/domain/register-doctor/finding'

/** A fact of a finding in words: a day, a name, a number; empty where the finding does not have it. */
export type Said = (fact: string) => string

const kinds: Readonly<Record<FindingKind, string>> = {
  dates: 'Ngày tháng',
  doses: 'Mũi tiêm',
  lots: 'Lô vắc xin',
  numbers: 'Số giấy tờ, điện thoại',
  twins: 'Sinh đôi',
  weights: 'Cân nặng',
  record: 'Thông tin',
}

const titles: Readonly<Record<FindingCode, string>> = {
  'birth-impossible': 'Ngày sinh không thể có',
  'dose-before-birth': 'Tiêm trước khi sinh',
  'dose-in-future': 'Mũi tiêm ở tương lai',
  'dose-after-death': 'Tiêm sau ngày mất',
  'weighed-impossible': 'Ngày cân không thể có',
  'dose-twice': 'Hai mũi một ngày',
  'dose-for-adults': 'Vắc xin không dành cho tuổi này',
  'dose-unknown-vaccine': 'Vắc xin không có trong danh mục',
  'lot-expired': 'Lô đã hết hạn khi tiêm',
  'lot-never-received': 'Lô chưa từng nhập kho',
  'lot-received-later': 'Lô nhập kho sau ngày tiêm',
  'lot-other-vaccine': 'Lô của vắc xin khác',
  'lot-missing': 'Tiêm tại điểm mà không có lô',
  'number-shared': 'Một số, nhiều người',
  'number-contradicts': 'Số định danh không khớp',
  'phone-shared': 'Một điện thoại, nhiều gia đình',
  'twins-numbers': 'Số định danh của hai bé bị đổi nhau',
  'twins-doses': 'Có thể ghi nhầm mũi giữa hai bé',
  'twins-weights': 'Có thể ghi nhầm cân nặng giữa hai bé',
  'weight-odd': 'Cân nặng khác thường',
  'birth-weight-odd': 'Cân nặng lúc sinh khác thường',
  'no-commune': 'Chưa có xã, phường',
  'no-name': 'Chưa đặt tên',
  'kind-mismatch': 'Nhóm không khớp',
  'record-odd': 'Cần xem lại',
}

const says: Readonly<Record<FindingCode, (f: Said) => string>> = {
  'birth-impossible': f => f('problem'),
  'dose-before-birth': f => `${f('vaccine')} ghi ngày ${f('givenOn')}, trước ngày sinh ${f('birthDate')}.`,
  'dose-in-future': f => `${f('vaccine')} ghi ngày ${f('givenOn')}, chưa đến.`,
  'dose-after-death': f => `${f('vaccine')} ghi ngày ${f('givenOn')}, sau ngày mất ${f('diedOn')}.`,
  'weighed-impossible': f => `Cân ngày ${f('on')}; sinh ngày ${f('birthDate')}.`,
  'dose-twice': f =>
    `${f('vaccine')} và ${f('other')} cùng ngày ${f('givenOn')} phòng cùng một bệnh: một mũi có thể ghi hai lần.`,
  'dose-for-adults': f =>
    `${f('vaccine')} ngày ${f('givenOn')} lúc ${f('months')}; sản phẩm này dùng từ ${f('from')}.`,
  'dose-unknown-vaccine': f => `Mã ${f('vaccine')} ngày ${f('givenOn')} không có trong danh mục.`,
  'lot-expired': f => `${f('vaccine')} ngày ${f('givenOn')}, lô ${f('lot')} hạn dùng ${f('expiresOn')}.`,
  'lot-never-received': f => `${f('vaccine')} ngày ${f('givenOn')}, lô ${f('lot')} không có phiếu nhập.`,
  'lot-received-later': f =>
    `${f('vaccine')} ngày ${f('givenOn')}, lô ${f('lot')} nhập kho ngày ${f('firstInOn')}.`,
  'lot-other-vaccine': f =>
    `${f('vaccine')} ngày ${f('givenOn')}, nhưng lô ${f('lot')} là của ${f('other')}.`,
  'lot-missing': f => `${f('vaccine')} tiêm tại điểm ngày ${f('givenOn')} không ghi lô.`,
  'number-shared': f => `${f('system')} ${f('value')} đứng trong hồ sơ của ${f('people')} người.`,
  'number-contradicts': f => `Số ${f('value')} nói giới tính hoặc năm sinh khác với hồ sơ.`,
  'phone-shared': f =>
    `Số ${f('phone')} đứng trong hồ sơ của ${f('families')} gia đình (${f('people')} người).`,
  'twins-numbers': f => `Số ${f('ofA')} và ${f('ofB')} đều không khớp hồ sơ, nhưng khớp hồ sơ của bé kia.`,
  'twins-doses': f =>
    `Một bé có hai mũi (${f('antigen')}) ngày ${f('firstOn')} và ${f('secondOn')}, bé kia không có mũi nào quanh đó.`,
  'twins-weights': f =>
    `Ngày ${f('on')}: ${f('nowA')} kg (lần trước ${f('lastA')}) và ${f('nowB')} kg (lần trước ${f('lastB')}). Đổi lại thì cả hai đều tăng cân.`,
  'weight-odd': f => `${f('weightKg')} kg ngày ${f('on')} là ${f('z')} độ lệch chuẩn so với tuổi.`,
  'birth-weight-odd': f => f('problem'),
  'no-commune': () => 'Chưa ghi xã, phường đang ở: không được mời và không có trong báo cáo theo nơi ở.',
  'no-name': f => `Sinh ngày ${f('birthDate')} mà hồ sơ vẫn chưa có tên.`,
  'kind-mismatch': f => f('problem'),
  'record-odd': f => f('problem'),
}

const repairs: Readonly<Record<Repair['kind'], (what: string) => string>> = {
  'correct-dose': day => `Sửa ngày tiêm thành ${day}`,
  'void-dose': () => 'Hủy mũi ghi thừa',
  'correct-birth': day => `Sửa ngày sinh thành ${day}`,
  'correct-kind': kind => `Chuyển sang nhóm ${kind}`,
  'take-address': () => 'Lấy theo nơi thường trú',
  'correct-check': kg => `Sửa thành ${kg} kg`,
  'swap-numbers': () => 'Đổi số của hai bé cho nhau',
}

/** Kiểm tra hồ sơ: what cannot be right in the register, and its repair. */
export const registerDoctor = {
  title: 'Kiểm tra hồ sơ',
  kinds,
  titles,
  says,
  repairs,
  age: (months: number) => (months < 24 ? `${months} tháng tuổi` : `${Math.floor(months / 12)} tuổi`),
  tab: (kind: string, count: string) => (count === '0' ? kind : `${kind} ${count}`),
  decidedTab: 'Đã xác nhận',
  severities: { wrong: 'Sai', look: 'Xem lại' },
  check: 'Kiểm tra ngay',
  checking: (done: string, total: string) => `Đang kiểm tra: ${done}/${total}`,
  checkingSoon: 'Đang kiểm tra',
  stop: 'Dừng',
  last: (day: string, time: string, persons: string) => `Kiểm tra ${day} ${time}, ${persons} người`,
  never: 'Chưa kiểm tra lần nào',
  neverHint:
    'Máy tự kiểm tra mỗi ngày lúc rảnh. Nhấn “Kiểm tra ngay” để xem ngay. Máy chỉ hỏi, người quyết định.',
  none: 'Không có gì cần xem',
  noneHint: 'Mục này không còn điểm nào cần xem. Chọn mục khác ở trên.',
  duplicates: (count: string) => `${count} cặp nghi trùng`,
  others: (count: number) => `và ${count} người khác`,
  shared: 'Cùng với',
  why: 'Vì sao',
  whatNow: 'Làm gì',
  forms: {
    person: 'Mở ô cần sửa',
    dose: 'Sửa mũi tiêm',
    child: 'Mở sổ cân đo',
    compare: 'Xem hai hồ sơ',
  },
  openRecord: 'Mở hồ sơ',
  right: 'Đúng rồi',
  rightTitle: 'Ghi là đúng',
  rightNote: 'Điểm này không hiện lại khi số liệu còn như vậy. Rút lại được trong thẻ Đã xác nhận.',
  rightReasons: ['Đã hỏi gia đình', 'Đã đối chiếu sổ giấy', 'Theo chỉ định của bác sĩ'],
  repairReasons: ['Ghi nhầm', 'Đã đối chiếu sổ giấy', 'Gia đình xác nhận'],
  readOnly: 'Vai trò này chỉ xem.',
  keysTab: 'mục',
  keysChoose: 'chọn',
  keysOpen: 'mở',
  decided: {
    empty: 'Chưa có điểm nào được ghi là đúng',
    emptyHint: 'Trong một mục, chọn “Đúng rồi” và ghi lý do.',
    withdraw: 'Rút lại',
    withdrawTitle: 'Rút lại “Đúng rồi”',
    withdrawNote: 'Điểm này sẽ hiện lại trong danh sách.',
    reasons: ['Xem lại hồ sơ', 'Xác nhận nhầm'],
    by: (name: string, when: string) => `${name}, ${when}`,
  },
}
