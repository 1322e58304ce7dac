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
  sent: 'đang gửi',
  confirmed: 'máy in báo đã in',
  unknown: 'đã gửi, hãy xem giấy',
  failed: 'chưa in được',
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
    'vaccination-certificate': 'Giấy xác nhận tiêm chủng',
    'appointment-slip': 'Phiếu hẹn',
    'person-label': 'Nhãn mã vạch',
    'catch-up-plan': 'Kế hoạch tiêm bù',
    'transfer-slip': 'Giấy chuyển nơi tiêm',
    'aefi-case-form': 'Phiếu tai biến nặng',
    'contact-list': 'Danh sách liên hệ',
    'session-close': 'Biên bản kết thúc buổi tiêm',
    'screening-checklist': 'Bảng kiểm trước tiêm chủng',
    'screening-referral': 'Phiếu chuyển khám sàng lọc tại bệnh viện',
    'maternal-referral': 'Phiếu chuyển khám mẹ và bé',
    'session-invitations': 'Giấy mời tiêm',
    'stock-sheet': 'Bảng kê tồn kho',
    'indicator-sheet': 'Bảng chỉ số tiêm chủng',
    'upload-proof': 'Bằng chứng gửi kịp thời',
    'growth-chart': 'Biểu đồ tăng trưởng',
    report: 'Báo cáo',
    'fee-receipt': 'Phiếu thu tiêm dịch vụ',
    'queue-ticket': 'Số thứ tự',
    'handbook-sticker': 'Tem dán sổ',
    'certificate-label': 'Tem xác nhận có mã ký',
    'vial-label': 'Tem lọ, bơm tiêm',
    'handbook-visit': 'Trang khám của sổ mẹ và bé',
    'handbook-visit-label': 'Tem lần khám dán vào sổ',
    'mother-child-handbook': 'Cả Sổ mẹ và bé',
    'test-page': 'Trang thử',
  } satisfies Record<PrintJobView['kind'], string>,
}
