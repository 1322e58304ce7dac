import type { ExportList } from '../../../../src/contract/export-values'
import type { Readiness } from '../../../../src/domain/supervision/point-status'
import type { OwedReport, PointView, UnitSum } from '../../../../src/domain/supervision/roll-up'
import type { SheetValue } from '../../jobs/job'
import type { RollOut } from '../../supervision/roll-out'
import type { ExportedList } from '../exported-list'

/*
 * The roll-out report of a province: a line a point, a sum a commune, the province at the end, difficulties with what was
 * proposed and answered, and room for date and signature. Khánh Hòa 929/SYT-NVY (20/04/2017) names what is asked; its order and
 * the columns follow niis.md §5.2, because no official table was found.
 */

const header = [
  'Xã, phường',
  'Điểm tiêm chủng',
  'Máy tính',
  'Máy in',
  'Internet',
  'Loại đường mạng',
  'Nguồn điện',
  'Cán bộ được tập huấn',
  'Tài khoản',
  'Ngày bắt đầu',
  'Đối tượng đang quản lý',
  'Trẻ dưới 1 tuổi đã nhập',
  'Số sinh 12 tháng',
  'Mũi nhập trong tháng',
  'Mũi trên sổ trong tháng',
  'Đối tượng nghi trùng',
  'Kho đã nhập',
  'Báo cáo tháng đã nhận',
  'Báo cáo tháng phải nộp',
  'Báo cáo trễ hạn',
  'Mục chưa gửi lâu nhất',
  'Phiên bản phần mềm',
  'Giám sát gần nhất',
  'Số liệu ngày',
  'Khó khăn',
  'Đề xuất',
  'Trả lời, đã giải quyết',
] as const

export function rollOutList(
  { period }: Extract<ExportList, { list: 'roll-out' }>,
  rollOut: RollOut | null,
): ExportedList {
  return {
    title: 'Báo cáo triển khai',
    fileName: `bao-cao-trien-khai-${period}`,
    filter: `báo cáo tháng ${period}`,
    header,
    read: async ({ today }) => (rollOut ? [...linesOf(rollOut), ...closing(rollOut, today)] : []),
  }
}

function linesOf(rollOut: RollOut): readonly (readonly SheetValue[])[] {
  const { communes, total, difficulties } = rollOut
  return [
    ...communes.flatMap(({ communeName, communeCode, points, sum }) => {
      const commune = communeName ?? (communeCode || 'Chưa rõ xã, phường')
      return [
        ...points.map(view => pointLine(commune, view, difficulties)),
        sumLine(commune, `Cộng ${points.length} điểm`, sum),
      ]
    }),
    sumLine('Toàn tỉnh', `Cộng ${total.points} điểm`, total),
  ]
}

const saidWords: Readonly<Record<Readiness, string>> = { yes: 'có', no: 'không', unknown: 'chưa rõ' }
const dayOrNothing = (day: string | null): SheetValue => (day === null ? null : { day })
const vietnamDay = (at: string) => new Date(Date.parse(at) + 7 * 3_600_000).toISOString().slice(0, 10)

function pointLine(
  commune: string,
  { point, status, versions, reports }: PointView,
  difficulties: RollOut['difficulties'],
): readonly SheetValue[] {
  if (status === null) return [commune, point.name, 'chưa có tin']
  const own = difficulties.filter(each => each.point?.name === point.name)
  const asked = reports.filter(({ state }) => state !== 'not-asked')
  return [
    ...[commune, point.name],
    ...[saidWords[status.computer], saidWords[status.printer], saidWords[status.internet]],
    ...[status.internetKind, saidWords[status.power], status.trainedStaff, status.accounts],
    ...[dayOrNothing(status.startedOn), status.people, status.infants, status.births],
    ...[status.doses, status.dosesOnPaper, status.suspectedDuplicates, status.hasStock ? 'có' : 'chưa'],
    ...[asked.filter(isReceived).length, asked.length, asked.filter(isLate).length],
    status.oldestUnsentAt === null ? null : { day: vietnamDay(status.oldestUnsentAt) },
    ...[versions.join(', '), dayOrNothing(status.lastSupervisedOn), { day: status.on }],
    ...[textsOf(own.map(({ text }) => text)), textsOf(own.map(({ proposal }) => proposal))],
    textsOf(own.flatMap(({ answers }) => answers.map(({ text }) => text))),
  ]
}

const isLate = ({ state }: OwedReport) => state === 'late'
const isReceived = ({ state }: OwedReport) =>
  state === 'received' || state === 'accepted' || state === 'refused'

function textsOf(texts: readonly (string | null)[]): string | null {
  return texts.filter(text => text !== null && text !== '').join('; ') || null
}

/** `5 / 7`: how many points have it, of how many there are. */
function sumLine(commune: string, label: string, sum: UnitSum): readonly SheetValue[] {
  const of = (count: number) => `${count}/${sum.points}`
  return [
    ...[commune, label],
    ...[of(sum.has.computer), of(sum.has.printer), of(sum.has.internet), null, of(sum.has.power)],
    ...[sum.trained.sum, sum.accounts, of(sum.started), sum.people],
    // Of the points alone that said both, so that the two numbers can be compared.
    ...[sum.infants.part, sum.infants.whole, sum.doses.part, sum.doses.whole],
    ...[sum.duplicates, of(sum.withStock), sum.received, sum.owed, sum.late],
    sum.oldestUnsentAt === null ? null : { day: vietnamDay(sum.oldestUnsentAt) },
    ...[null, null, null, sum.openDifficulties > 0 ? `${sum.openDifficulties} đang mở` : null, null, null],
  ]
}

/** What stands below the table: where the numbers come from, when, and who signs. */
function closing({ office, standing }: RollOut, today: string): readonly (readonly SheetValue[])[] {
  const [year, month, day] = today.split('-')
  const readOn = standing.readAt === null ? 'chưa đọc' : `đọc ngày ${words(vietnamDay(standing.readAt))}`
  return [
    [],
    [`Nguồn: số liệu các điểm tự gửi qua máy chủ tỉnh, ${readOn}.`],
    ['Dòng cộng của trẻ dưới 1 tuổi và số mũi chỉ gồm các điểm đã khai cả hai số.'],
    [],
    [office, null, null, `Ngày ${day} tháng ${month} năm ${year}`],
    ['Người lập báo cáo', null, null, 'Thủ trưởng đơn vị'],
    ['(ký, ghi rõ họ tên)', null, null, '(ký tên, đóng dấu)'],
  ]
}

const words = (on: string) => on.split('-').toReversed().join('/')
