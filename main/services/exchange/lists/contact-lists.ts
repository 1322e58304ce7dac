import type { ConcernedLine, ConcernedPage } from '../../../../src/contract/contact-calls'
import { type CalendarDay, vietnamTimeOf } from '../../../../src/domain/calendar/calendar-day'
import { besideCase, recallOf } from '../../aefi/concerned'
import { contactRow, stateWords } from '../../aefi/contact-row'
import { callListOf } from '../../aefi/contacts'
import type { JobContext, SheetValue } from '../../jobs/job'
import type { ExportedList } from '../exported-list'

const atATime = 500
const who = ['Họ tên', 'Ngày sinh', 'Mã điểm tiêm', 'Người liên hệ', 'Điện thoại', 'Địa chỉ']
const dosed = ['Vắc xin', 'Số lô', 'Ngày tiêm', 'Giờ tiêm', 'Ghi chú', 'Liên hệ']

/** Everybody who got a lot, with what came of the calls. */
export function recallList(lotId: string): ExportedList {
  return {
    title: 'Thu hồi lô',
    fileName: 'thu-hoi-lo',
    filter: `lô ${lotId}`,
    header: [...who, ...dosed],
    read: context => readPages(context, page => recallOf(context, lotId, page)),
  }
}

/** Everybody with the same lot or session as a severe case. */
export function caseContactList(caseId: string): ExportedList {
  return {
    title: 'Cùng lô, cùng buổi',
    fileName: 'cung-lo-cung-buoi',
    filter: `ca ${caseId}`,
    header: [...who, ...dosed],
    read: context => readPages(context, page => besideCase(context, caseId, page)),
  }
}

/** Whom to call the day after; null: since the last working day. */
export function callListExport(on: CalendarDay | null): ExportedList {
  return {
    title: 'Gọi hôm sau',
    fileName: 'goi-hom-sau',
    filter: on ?? 'từ ngày làm việc trước',
    header: ['Thôn ấp', ...who, 'Vắc xin', 'Ngày tiêm', 'Liên hệ'],
    read: context =>
      Promise.resolve(
        callListOf(context, on).lines.map(line => [
          line.hamlet,
          ...whoCells(line),
          line.vaccines.join(', '),
          { day: line.sessionOn },
          stateWords(line.contact),
        ]),
      ),
  }
}

async function readPages(
  { progress, breathe }: JobContext,
  read: (page: { readonly offset: number; readonly limit: number }) => ConcernedPage,
): Promise<readonly (readonly SheetValue[])[]> {
  const rows: (readonly SheetValue[])[] = []
  for (let offset = 0; ; offset += atATime) {
    const { counts, lines } = read({ offset, limit: atATime })
    rows.push(...lines.map(lineCells))
    progress(rows.length, counts.lines)
    if (lines.length < atATime) return rows
    await breathe()
  }
}

function whoCells(person: Parameters<typeof contactRow>[0]): readonly SheetValue[] {
  const { name, birthDate, code, contactName, phone, address } = contactRow(person)
  return [name, { day: birthDate }, code, contactName, phone, address]
}

function lineCells(line: ConcernedLine): readonly SheetValue[] {
  const marks = [
    line.isSameSession && 'cùng buổi',
    !line.isSameLot && !line.isSameSession && 'số lô ghi khác, xem lại',
    line.isHistorical && 'tiêm nơi khác',
  ]
  return [
    ...whoCells(line),
    line.vaccineName,
    line.lotNumber,
    { day: line.givenOn },
    line.givenAt && vietnamTimeOf(line.givenAt),
    marks.filter(Boolean).join('; ') || null,
    stateWords(line.contact),
  ]
}
