import { nameKey } from '../person/name-key'

/** What a column of an extract can mean to us. */
export type NiisField =
  | 'sourceCode'
  | 'name'
  | 'sex'
  | 'birthDate'
  | 'motherName'
  | 'phone'
  | 'nationalId'
  | 'ethnicGroup'
  | 'province'
  | 'district'
  | 'commune'
  | 'hamlet'
  | 'vaccine'
  | 'givenOn'
  | 'programme'
  | 'lotNumber'
  | 'placeName'

/** Which column holds which field; saved as a profile, because the national system's template is not published. */
export type NiisProfile = Readonly<Record<NiisField, string>>

/** Columns of an extract as seen in use, with the ones a record needs beside them. */
export const defaultNiisProfile: NiisProfile = {
  sourceCode: 'MA_DOI_TUONG',
  name: 'HO_TEN',
  sex: 'GIOI_TINH',
  birthDate: 'NGAY_SINH',
  motherName: 'TEN_ME',
  phone: 'DIEN_THOAI',
  nationalId: 'MA_DINH_DANH',
  ethnicGroup: 'DAN_TOC',
  province: 'TEN_TINH_DANG_KY',
  district: 'TEN_HUYEN_DANG_KY',
  commune: 'TEN_XA_DANG_KY',
  hamlet: 'THON_AP',
  vaccine: 'TEN_VACXIN',
  givenOn: 'NGAY_TIEM',
  programme: 'HINH_THUC_TIEM_CHUNG',
  lotNumber: 'SO_LO',
  placeName: 'CO_SO_TIEM',
}

/** Fields without which rows cannot be understood; all others may be absent from a file. */
export const mandatoryNiisFields: readonly NiisField[] = [
  'sourceCode',
  'name',
  'sex',
  'birthDate',
  'vaccine',
  'givenOn',
]

/**
 * Finds the columns of a profile among a file's headers; case, spaces and marks do not matter ("Mã đối tượng" finds
 * MA_DOI_TUONG). A field whose column is not there is left out.
 */
export function matchColumns(
  headers: readonly string[],
  profile: NiisProfile,
): ReadonlyMap<NiisField, string> {
  const found = new Map<NiisField, string>()
  for (const [field, column] of Object.entries(profile) as [NiisField, string][]) {
    const header = headers.find(candidate => columnKey(candidate) === columnKey(column))
    if (header !== undefined) found.set(field, header)
  }
  return found
}

function columnKey(header: string): string {
  return nameKey(header.replace(/^\uFEFF/u, ''))
}
