import { nameKey } from '../person/name-key'

/** What a column of a list can mean to us. */
export const importFields = [
  'niisCode',
  'ownCode',
  'nationalId',
  'healthInsurance',
  'name',
  'birthDate',
  'sex',
  'motherName',
  'motherPhone',
  'fatherName',
  'guardianName',
  'phone',
  'ethnicGroup',
  'province',
  'district',
  'commune',
  'hamlet',
  'address',
  'vaccine',
  'givenOn',
  'doseNumber',
  'programme',
  'lotNumber',
  'placeName',
  'note',
] as const
export type ImportField = (typeof importFields)[number]

/** A field, the dates of one vaccine (`vaccine:BCG_IVAC`), or null: the column is not read. */
export type ColumnMeaning = ImportField | `vaccine:${string}` | null

/** True for a text that names a meaning. */
export function isColumnMeaning(text: string): text is Exclude<ColumnMeaning, null> {
  return text.startsWith('vaccine:') || importFields.some(field => field === text)
}

/** The product a column of dates is about; null for any other column. */
export function vaccineOfColumn(meaning: ColumnMeaning): string | null {
  return meaning?.startsWith('vaccine:') ? meaning.slice('vaccine:'.length) : null
}

/** Headers as lists write them, folded; the first is how the field is called in the national system's extract. */
const headers: Readonly<Record<ImportField, readonly string[]>> = {
  niisCode: ['ma doi tuong', 'ma tiem chung', 'ma dt', 'ma niis', 'ma tre', 'ma so tiem chung'],
  ownCode: ['ma diem tiem', 'ma nguoi', 'ma diem', 'ma so'],
  nationalId: [
    'ma dinh danh',
    'so dinh danh',
    'so dinh danh ca nhan',
    'cccd',
    'so cccd',
    'cmnd',
    'cmt',
    'cmt cccd',
    'cmnd cccd',
    'so cmnd cccd',
    'can cuoc',
    'can cuoc cong dan',
    'mdd',
    'dinh danh',
    'ma dinh danh ca nhan',
  ],
  healthInsurance: [
    'bhyt',
    'so the bhyt',
    'ma the bhyt',
    'so bhyt',
    'ma bhyt',
    'the bhyt',
    'the bao hiem y te',
  ],
  name: [
    'ho ten',
    'ho va ten',
    'ten',
    'ten doi tuong',
    'ho ten tre',
    'ten tre',
    'ho va ten tre',
    'ho ten doi tuong',
    'ho va ten doi tuong',
    'ho ten be',
    'ten be',
    'full name',
    'name',
  ],
  birthDate: [
    'ngay sinh',
    'ngay thang nam sinh',
    'ns',
    'nam sinh',
    'sinh ngay',
    'ngay sinh tre',
    'birth date',
    'date of birth',
    'dob',
  ],
  sex: ['gioi tinh', 'gioi', 'gt', 'phai', 'nam nu', 'sex', 'gender'],
  motherName: ['ten me', 'ho ten me', 'ho va ten me', 'me', 'con ba', 'ten nguoi me'],
  motherPhone: ['dien thoai me', 'sdt me', 'so dien thoai me', 'dt me'],
  fatherName: ['ten bo', 'ho ten bo', 'ho va ten bo', 'bo', 'ten cha', 'ho ten cha', 'ho va ten cha', 'cha'],
  guardianName: [
    'nguoi giam ho',
    'ten nguoi giam ho',
    'nguoi bao ho',
    'ho ten nguoi bao ho',
    'ten nguoi bao ho',
    'nguoi cham soc',
    'nguoi nha',
  ],
  phone: [
    'dien thoai',
    'so dien thoai',
    'sdt',
    'dt',
    'so dt',
    'phone',
    'di dong',
    'dien thoai lien he',
    'sdt lien he',
    'sdt nguoi nha',
  ],
  ethnicGroup: ['dan toc'],
  province: ['ten tinh dang ky', 'tinh', 'tinh thanh pho', 'tinh thanh', 'tinh tp', 'province'],
  district: ['ten huyen dang ky', 'huyen', 'quan huyen', 'quan', 'ttyt khu vuc', 'district'],
  commune: ['ten xa dang ky', 'xa', 'xa phuong', 'phuong xa', 'phuong', 'commune'],
  hamlet: [
    'thon ap',
    'thon',
    'ap',
    'to dan pho',
    'khu pho',
    'thon to',
    'to',
    'xom',
    'khu',
    'ban',
    'thon xom',
    'to khu pho',
    'thon ban',
    'hamlet',
  ],
  address: ['dia chi', 'noi o', 'cho o', 'dia chi hien tai', 'noi o hien tai', 'address', 'ho khau'],
  vaccine: [
    'ten vacxin',
    'vac xin',
    'vacxin',
    'ten vac xin',
    'vaccine',
    'loai vac xin',
    'loai vacxin',
    'mui tiem',
  ],
  givenOn: ['ngay tiem', 'ngay tiem chung', 'ngay chung', 'ngay uong', 'ngay tiem uong', 'date given'],
  doseNumber: ['mui so', 'mui thu', 'thu tu mui', 'lan tiem', 'so mui'],
  programme: ['hinh thuc tiem chung', 'hinh thuc', 'loai hinh', 'loai hinh tiem'],
  lotNumber: ['so lo', 'lo', 'lo vac xin', 'so lo vac xin', 'lot'],
  placeName: ['co so tiem', 'noi tiem', 'diem tiem', 'co so', 'don vi tiem', 'co so tiem chung'],
  note: ['ghi chu', 'note', 'chu thich'],
}

const fieldByHeader = new Map(
  importFields.flatMap(field => headers[field].map(header => [header, field] as const)),
)

/** A header as it is compared: folded, without what stands in brackets and without a unit or a star. */
export function headerKey(header: string): string {
  return nameKey(header.replace(/\([^)]*\)/gu, ' ').replaceAll('_', ' '))
}

/** The field a header names by itself; null when it names none. */
export function fieldOfHeader(header: string): ImportField | null {
  return (
    fieldByHeader.get(headerKey(header)) ?? fieldByHeader.get(nameKey(header.replaceAll('_', ' '))) ?? null
  )
}
