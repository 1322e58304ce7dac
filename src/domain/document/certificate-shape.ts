import type { TemplateShape } from './template'
import type { Caption } from './words'

/** The fixed words of a certificate. */
export const certificateTexts = {
  title: { vi: 'GIẤY XÁC NHẬN TIÊM CHỦNG', en: 'VACCINATION CERTIFICATE' },
  number: { vi: 'Số', en: 'No.' },
  phone: { vi: 'Điện thoại', en: 'Phone' },
  statement: {
    vi: 'xác nhận người có tên dưới đây đã được tiêm (uống) các vắc xin ghi trong bảng:',
    en: 'certifies that the person named below has received the vaccines listed here:',
  },
  name: { vi: 'Họ và tên', en: 'Full name' },
  birthDate: { vi: 'Ngày sinh', en: 'Date of birth' },
  sex: { vi: 'Giới tính', en: 'Sex' },
  nationalId: { vi: 'Số định danh', en: 'Personal ID' },
  address: { vi: 'Địa chỉ', en: 'Address' },
  columnOrder: { vi: 'STT', en: 'No.' },
  columnVaccine: { vi: 'Vắc xin / phòng bệnh', en: 'Vaccine / disease' },
  columnNumber: { vi: 'Mũi', en: 'Dose' },
  columnGivenOn: { vi: 'Ngày tiêm', en: 'Date' },
  columnLot: { vi: 'Số lô / hạn dùng', en: 'Lot / expiry' },
  columnPlace: { vi: 'Cơ sở tiêm', en: 'Facility' },
  columnGivenBy: { vi: 'Người tiêm', en: 'Given by' },
  columnReaction: { vi: 'Phản ứng sau tiêm', en: 'Reaction' },
  noDoses: { vi: 'Chưa có mũi tiêm nào được ghi', en: 'No dose recorded' },
  historical: {
    vi: 'Ghi lại từ sổ hoặc giấy tờ, không tiêm từ kho của điểm tiêm này.',
    en: 'Copied from a card or document, not given from the stock of this point.',
  },
  closed: { vi: 'Bảng có', en: 'Rows in the table' },
  doseCount: { vi: 'mũi', en: 'doses' },
  codeSigned: {
    vi: 'Mã có chữ ký số. Quét bằng Điểm Tiêm hoặc trang kiểm tra, không cần mạng.',
    en: 'Digitally signed (SMART Health Card). Verifies without a network.',
  },
  signedBy: { vi: 'Ký bởi', en: 'Signed by' },
  certifiedBy: { vi: 'khóa được chứng nhận bởi', en: 'key certified by' },
  codeUnsigned: {
    vi: 'Bản này KHÔNG có chữ ký số. Chỉ có giá trị khi có chữ ký và dấu của cơ sở.',
    en: 'NOT digitally signed. Valid only with the signature and stamp of the facility.',
  },
  head: { vi: 'Phụ trách điểm tiêm', en: 'Head of the point' },
  signHint: { vi: '(ký, ghi rõ họ tên, đóng dấu)', en: '(signature, name, stamp)' },
  printedAt: { vi: 'In lúc', en: 'Printed at' },
} satisfies Readonly<Record<string, Caption>>

/** The certificate as it ships: the columns of the usual card (clinical reference §6) without appointment and reaction. */
export const certificateShape = {
  texts: certificateTexts,
  parts: [
    { part: 'head', isNeeded: true },
    { part: 'title', isNeeded: true },
    { part: 'identity', isNeeded: true },
    { part: 'doses', isNeeded: true },
    { part: 'code', isNeeded: true },
    { part: 'signature', isNeeded: true },
  ],
  columns: [
    { column: 'order', widthPercent: 5, isNeeded: false },
    { column: 'vaccine', widthPercent: 29, isNeeded: true },
    { column: 'number', widthPercent: 6, isNeeded: true },
    { column: 'givenOn', widthPercent: 13, isNeeded: true },
    { column: 'lot', widthPercent: 15, isNeeded: true },
    { column: 'place', widthPercent: 18, isNeeded: true },
    { column: 'givenBy', widthPercent: 14, isNeeded: false },
    // Known to templates, and left out as it ships.
    { column: 'reaction', widthPercent: 0, isNeeded: false },
  ],
} satisfies TemplateShape
