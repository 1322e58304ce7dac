import type { PrintJobView } from '../../../src/contract/print-calls'
import type { Route, Site } from '../../../src/domain/immunization/dose'
import type { Conclusion } from '../../../src/domain/screening/form'
import type { Reaction, ReactionKind, VisitOutcome } from '../../../src/domain/session/visit'
import type { MovementKind } from '../../../src/domain/stock/ledger'

const sites: Record<Site, string> = {
  LVL: 'Đùi trái, mặt ngoài',
  RVL: 'Đùi phải, mặt ngoài',
  LD: 'Bắp tay trái (cơ delta)',
  RD: 'Bắp tay phải (cơ delta)',
  LA: 'Cánh tay trái',
  RA: 'Cánh tay phải',
  MOUTH: 'Uống',
}
const sitesShort: Record<Site, string> = {
  LVL: 'đùi trái',
  RVL: 'đùi phải',
  LD: 'bắp tay trái',
  RD: 'bắp tay phải',
  LA: 'cánh tay trái',
  RA: 'cánh tay phải',
  MOUTH: 'uống',
}
const routes: Record<Route, string> = {
  IM: 'Tiêm bắp',
  SC: 'Tiêm dưới da',
  ID: 'Tiêm trong da',
  PO: 'Uống',
  NS: 'Xịt mũi',
}
const conclusions: Record<Conclusion, string> = {
  eligible: 'Đủ điều kiện tiêm chủng ngay',
  contraindicated: 'Chống chỉ định',
  deferred: 'Tạm hoãn',
  'refer-hospital': 'Đề nghị khám sàng lọc tại bệnh viện',
}
const outcomes: Record<VisitOutcome, string> = {
  vaccinated: 'đã tiêm',
  deferred: 'tạm hoãn',
  contraindicated: 'chống chỉ định',
  referred: 'chuyển bệnh viện',
  left: 'ra về, không tiêm',
  refused: 'không đồng ý tiêm',
}
const reactionKinds: Record<ReactionKind, string> = {
  common: 'Thông thường',
  severe: 'Tai biến nặng',
  other: 'Khác',
}
const reactionOutcomes: Record<Reaction['outcome'], string> = {
  observing: 'Đang theo dõi',
  recovered: 'Đã khỏi',
  referred: 'Chuyển bệnh viện',
  sequelae: 'Di chứng',
  died: 'Tử vong',
}
const movements: Record<MovementKind, string> = {
  received: 'Nhập',
  issued: 'Xuất đi',
  wasted: 'Hủy, hao phí',
  returned: 'Trả lại',
  counted: 'Kiểm kê',
  moved: 'Chuyển chỗ',
  reversed: 'Ghi ngược',
}
const jobStates: Record<PrintJobView['state'], string> = {
  queued: 'đang chờ',
  sent: 'đã gửi',
  confirmed: 'máy in xác nhận',
  unknown: 'không rõ đã ra giấy chưa',
  failed: 'hỏng',
}

/** Names for the codes that records hold. */
export const codes = {
  sites,
  sitesShort,
  routes,
  conclusions,
  outcomes,
  reactionKinds,
  reactionOutcomes,
  movements,
  jobStates,
  /** Names of antigens as the shipped schedule has them; one that a province adds is shown by its code. */
  antigens: {
    BCG: 'Lao',
    HepB: 'Viêm gan B',
    Diphtheria: 'Bạch hầu',
    Pertussis: 'Ho gà',
    Tetanus: 'Uốn ván',
    Hib: 'Hib',
    Polio: 'Bại liệt',
    IPV: 'Bại liệt (IPV)',
    Measles: 'Sởi',
    Rubella: 'Rubella',
    JE: 'Viêm não Nhật Bản',
    Rotavirus: 'Tiêu chảy do Rota',
    Pneumococcal: 'Phế cầu',
    HPV: 'Ung thư cổ tử cung (HPV)',
  } as Readonly<Record<string, string>>,
  /** Versions of the shipped schedule; one that a province adds is shown by its code. */
  scheduleVersions: {
    'TCMR-2018': 'TCMR 2018',
    'TCMR-2024': 'TCMR 2024',
    'TCMR-2026A': 'TCMR từ 2/2026',
    'TCMR-2026B': 'TCMR từ 7/2026',
    'UON-VAN-PHU-NU': 'Uốn ván cho phụ nữ',
    'DICH-VU': 'Vắc xin dịch vụ',
  } as Readonly<Record<string, string>>,
  documents: {
    'vaccination-record': 'Phiếu tiêm chủng cá nhân',
    'appointment-slip': 'Phiếu hẹn',
    'person-label': 'Nhãn mã vạch',
    'catch-up-plan': 'Kế hoạch tiêm bù',
    'transfer-slip': 'Giấy chuyển nơi tiêm',
    'session-close': 'Biên bản kết thúc buổi tiêm',
    'screening-checklist': 'Bảng kiểm trước tiêm chủng',
    'screening-referral': 'Phiếu chuyển khám sàng lọc tại bệnh viện',
    'session-invitations': 'Giấy mời tiêm',
    'test-page': 'Trang thử',
  } satisfies Record<PrintJobView['kind'], string>,
  /** Doses exactly as the circular prints them; weights between its bands are not defined there. */
  adrenaline: {
    source: 'Thông tư 51/2017/TT-BYT',
    note: 'Bác sĩ xác nhận trước khi dùng. Cân nặng nằm giữa hai mức: thông tư không quy định, bác sĩ quyết định.',
    ampoule: 'Adrenalin 1 mg = 1 mL = 1 ống, tiêm bắp',
    rows: [
      { patient: 'Trẻ sơ sinh hoặc trẻ < 10 kg', dose: '0,2 mL', ampoule: '1/5 ống' },
      { patient: 'Trẻ khoảng 10 kg', dose: '0,25 mL', ampoule: '1/4 ống' },
      { patient: 'Trẻ khoảng 20 kg', dose: '0,3 mL', ampoule: '1/3 ống' },
      { patient: 'Trẻ > 30 kg', dose: '0,5 mL', ampoule: '1/2 ống' },
      { patient: 'Người lớn', dose: '0,5–1 mL', ampoule: '1/2–1 ống' },
    ],
    steps: [
      'Đo huyết áp 3–5 phút một lần.',
      'Tiêm nhắc lại liều như trên 3–5 phút một lần cho đến khi ổn định.',
      'Đích huyết áp tâm thu: người lớn ≥ 90 mmHg, trẻ em ≥ 70 mmHg.',
      'Sau 2–3 lần tiêm bắp mà chưa bắt được mạch, chưa đo được huyết áp: truyền tĩnh mạch chậm dung dịch 1/10.000.',
    ],
  },
}
