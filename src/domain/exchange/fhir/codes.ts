/** A code of a system outside, with the words for it. */
export type OutsideCode = { readonly system: string; readonly code: string; readonly display: string }

/** Names of number and code systems on the wire. `record` is ours: the record's id, the same at every station. */
export const systemNames = [
  'record',
  'entry',
  'station',
  'journal',
  'person-code',
  'niis-code',
  'national-id',
  'old-national-id',
  'health-insurance',
  'passport',
  'birth-certificate',
  'facility-code',
  'vaccine',
  'niis-vaccine',
  'antigen',
  'ethnic-group',
  'unit',
] as const
export type SystemName = (typeof systemNames)[number]

/** Measures and findings of the handbook that have a code everybody knows; everything else goes by our own. */
export const measureNames = [
  'due-date',
  'due-date-by-period',
  'due-date-by-scan',
  'last-period',
  'gravida',
  'births-term',
  'births-preterm',
  'abortions',
  'children-living',
  'weight-before-pregnancy',
  'gestation',
  'gestation-by-period',
  'gestation-by-scan',
  'weight',
  'height',
  'length',
  'head',
  'blood-pressure',
  'systolic',
  'diastolic',
  'temperature',
  'pulse',
  'breaths',
  'fundal-height',
  'presentation',
  'fetal-heart',
  'urine-protein',
  'haemoglobin',
  'hbsag',
  'delivery-method',
  'birth-weight',
  'birth-length',
  'apgar-1',
  'apgar-5',
  'apgar-10',
] as const
export type MeasureName = (typeof measureNames)[number]

/** Systems and codes of `resources/province/codes.json`, by our own names. */
export type ProvinceCodes = {
  readonly systems: Readonly<Record<SystemName, string>>
  readonly measures: Readonly<Record<MeasureName, OutsideCode>>
  /** The disease that an antigen of the schedule guards against; antigens without a known code travel by our own. */
  readonly diseases: Readonly<Record<string, OutsideCode>>
  /** The number of a product in the national system, where one is known. */
  readonly nationalVaccines: Readonly<Record<string, string>>
  /** Names of the ethnic groups by code. */
  readonly ethnicGroups: Readonly<Record<string, string>>
}
