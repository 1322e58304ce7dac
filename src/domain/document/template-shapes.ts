import { certificateShape } from './certificate-shape'
import type { TemplateShape } from './template'
import type { Caption } from './words'

/** The fixed words of the personal record. No official template is in force (clinical §6), so the title claims none. */
export const recordTexts = {
  title: { vi: 'PHIẾU THEO DÕI TIÊM CHỦNG CÁ NHÂN', en: 'PERSONAL VACCINATION RECORD' },
  phone: { vi: 'Điện thoại', en: 'Phone' },
  name: { vi: 'Họ và tên', en: 'Full name' },
  birthDate: { vi: 'Ngày sinh', en: 'Date of birth' },
  sex: { vi: 'Giới tính', en: 'Sex' },
  nationalId: { vi: 'Số định danh', en: 'Personal ID' },
  address: { vi: 'Địa chỉ', en: 'Address' },
  noDoses: { vi: 'Chưa có mũi tiêm nào được ghi', en: 'No dose recorded' },
  historical: {
    vi: 'Ghi lại từ sổ hoặc giấy tờ, không tiêm từ kho của điểm tiêm này.',
    en: 'Copied from a card or document, not given from the stock of this point.',
  },
  remarks: { vi: 'Ghi chú', en: 'Remarks' },
  next: { vi: 'Hẹn tiêm tiếp theo', en: 'Next appointment' },
  preparedBy: { vi: 'Người lập phiếu', en: 'Prepared by' },
  head: { vi: 'Phụ trách điểm tiêm', en: 'Head of the point' },
  printedAt: { vi: 'In lúc', en: 'Printed at' },
} satisfies Readonly<Record<string, Caption>>

const slipTexts = {
  title: { vi: 'PHIẾU HẸN TIÊM', en: 'APPOINTMENT' },
  given: { vi: 'Đã tiêm hôm nay', en: 'Given today' },
  next: { vi: 'NGÀY HẸN TIẾP THEO', en: 'NEXT APPOINTMENT' },
  note: { vi: 'Mang theo phiếu này khi đến tiêm', en: 'Bring this slip along' },
} satisfies Readonly<Record<string, Caption>>

const receiptTexts = {
  title: { vi: 'PHIẾU THU', en: 'RECEIPT' },
  none: { vi: 'Không có mũi tiêm dịch vụ', en: 'No paid dose' },
  total: { vi: 'TỔNG CỘNG', en: 'TOTAL' },
  inWords: { vi: 'Bằng chữ', en: 'In words' },
  cashier: { vi: 'Người thu tiền', en: 'Received by' },
  note: { vi: 'Phiếu này không thay hóa đơn', en: 'This is no invoice' },
} satisfies Readonly<Record<string, Caption>>

const ticketTexts = {
  title: { vi: 'SỐ THỨ TỰ', en: 'NUMBER' },
  note: { vi: 'Đưa phiếu này ở mỗi bàn', en: 'Show this at every desk' },
} satisfies Readonly<Record<string, Caption>>

const stockTexts = {
  title: { vi: 'BẢNG KÊ TỒN KHO VẮC XIN, VẬT TƯ', en: 'STOCK SHEET' },
  usable: { vi: 'Dùng được theo sổ', en: 'Usable by the book' },
  none: { vi: 'Trong kho không còn gì theo sổ.', en: 'Nothing left by the book.' },
  countedBy: { vi: 'Người kiểm kê', en: 'Counted by' },
  head: { vi: 'Phụ trách điểm tiêm', en: 'Head of the point' },
} satisfies Readonly<Record<string, Caption>>

const vialTexts = {
  lot: { vi: 'Lô', en: 'Lot' },
  expires: { vi: 'HD', en: 'Exp' },
  opened: { vi: 'Mở', en: 'Opened' },
  discard: { vi: 'BỎ', en: 'DISCARD' },
} satisfies Readonly<Record<string, Caption>>

const wordsOnly = <Texts extends TemplateShape['texts']>(texts: Texts) => ({ texts, parts: [], columns: [] })

/** The papers a province may change, and what of each. */
export const templateShapes = {
  'vaccination-certificate': certificateShape,
  'vaccination-record': wordsOnly(recordTexts),
  'stock-sheet': wordsOnly(stockTexts),
  'appointment-slip': wordsOnly(slipTexts),
  'fee-receipt': wordsOnly(receiptTexts),
  'queue-ticket': wordsOnly(ticketTexts),
  'vial-label': wordsOnly(vialTexts),
} satisfies Readonly<Record<string, TemplateShape>>

export type TemplateKind = keyof typeof templateShapes

/** Whether a paper has a template. */
export function isTemplateKind(kind: string): kind is TemplateKind {
  return Object.hasOwn(templateShapes, kind)
}
