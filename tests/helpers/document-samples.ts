import { readFileSync } from 'node:fs'
import { addDays, day, instantOf } from '../../src/domain/calendar/calendar-day'
import { buildAppointmentSlip, readAftercareText } from '../../src/domain/document/appointment-slip'
import { buildCatchUpPaper } from '../../src/domain/document/catch-up-paper'
import type { DocumentDose, DocumentPerson, Issue } from '../../src/domain/document/facts'
import { buildPersonLabel } from '../../src/domain/document/person-label'
import { newPrinter, type PrinterSettings } from '../../src/domain/document/printer'
import { buildVaccinationRecord } from '../../src/domain/document/vaccination-record'
import { mintPersonCode } from '../../src/domain/person/person-code'
import type { CatchUpTarget } from '../../src/domain/schedule/catch-up-types'

/** Where the bundled fonts lie. */
export const fontFolder = new URL('../../resources/fonts', import.meta.url).pathname

export const aftercare = readAftercareText(
  JSON.parse(readFileSync(new URL('../../resources/documents/aftercare-vi.json', import.meta.url), 'utf8')),
)

/** The longest kind of name a point meets. */
export const longName = 'Nguyễn Hoàng Phương Trúc Quỳnh Anh'

export const samplePerson: DocumentPerson = {
  name: longName,
  birthDate: day('2025-03-12'),
  sex: 'female',
  code: mintPersonCode({ birthYear: 2025, stationNumber: 7, sequence: 42 }),
  nationalId: null,
  address: 'Thôn Đồng Gạo, xã Vĩnh Phúc, tỉnh Phú Thọ',
  relative: { relation: 'mother', name: 'Đặng Thị Mỹ Lệ', birthYear: 1996, phone: '0912 345 678' },
}

export const sampleIssue: Issue = {
  point: {
    name: 'Trạm Y tế xã Vĩnh Phúc',
    address: 'Thôn Đồng Gạo, xã Vĩnh Phúc, tỉnh Phú Thọ',
    phone: '0210 3 812 345',
  },
  now: instantOf(Date.UTC(2025, 9, 14, 2, 35)),
  practice: false,
}

/** A slip with two doses given and an appointment. */
export function sampleSlip(changes: { readonly name?: string; readonly practice?: boolean } = {}) {
  return buildAppointmentSlip({
    person: { ...samplePerson, name: changes.name ?? samplePerson.name },
    ticket: 17,
    givenToday: [
      { vaccine: '5 trong 1 (DPT-VGB-Hib)', number: 3, lotNumber: 'SII2208A' },
      { vaccine: 'bOPV', number: 3, lotNumber: 'OPV-118' },
    ],
    appointment: {
      on: day('2026-01-12'),
      slot: 'morning',
      time: null,
      reasons: ['Sởi mũi 1: đủ 9 tháng tuổi từ ngày 12/12/2025', 'IPV mũi 2: cách mũi 1 ít nhất 4 tháng'],
    },
    aftercare,
    issue: { ...sampleIssue, practice: changes.practice ?? false },
  })
}

/** The label of the same child. */
export function sampleLabel(changes: { readonly name?: string; readonly practice?: boolean } = {}) {
  return buildPersonLabel({
    person: { ...samplePerson, name: changes.name ?? samplePerson.name },
    issue: { practice: changes.practice ?? false },
  })
}

export const slipPrinter: PrinterSettings = newPrinter('slip-1', 'Máy in phiếu', 'slip')
export const narrowPrinter: PrinterSettings = { ...slipPrinter, id: 'slip-2', widthDots: 384 }
export const labelPrinter: PrinterSettings = newPrinter('label-1', 'Máy in tem', 'label')
export const finePrinter: PrinterSettings = { ...labelPrinter, id: 'label-2', dpi: 300 }

/** A record of some years: every kind of row, twice the usual number so that A5 takes more than a page. */
export function sampleRecord(
  changes: { readonly name?: string; readonly practice?: boolean; readonly doses?: number } = {},
) {
  const doses = Array.from({ length: changes.doses ?? 14 }, (_, index) => sampleDose(index))
  return buildVaccinationRecord({
    person: { ...samplePerson, name: changes.name ?? samplePerson.name },
    doses,
    remarks: ['Dị ứng trứng (ghi theo lời mẹ, 12/05/2025)'],
    next: { on: day('2026-01-12'), reasons: ['Sởi mũi 1', 'IPV mũi 2'] },
    issue: { ...sampleIssue, practice: changes.practice ?? false },
  })
}

const sampleVaccines = [
  ['Viêm gan B sơ sinh', 'Gene-HBvax', 'Viêm gan B', 'Hepatitis B'],
  ['BCG', null, 'Lao', 'Tuberculosis'],
  [
    '5 trong 1 (DPT-VGB-Hib)',
    'SII',
    'Bạch hầu, ho gà, uốn ván, viêm gan B, Hib',
    'Diphtheria, pertussis, tetanus, hepatitis B, Hib',
  ],
  ['bOPV', null, 'Bại liệt', 'Poliomyelitis'],
  ['Rota', 'Rotavin-M1', 'Tiêu chảy do vi rút rota', 'Rotavirus'],
] as const

function sampleDose(index: number): DocumentDose {
  const [vaccine, tradeName, diseases, diseasesEn] = sampleVaccines[index % 5] ?? sampleVaccines[0]
  const givenOn = addDays(day('2025-03-12'), index * 17)
  return {
    vaccine,
    tradeName,
    diseases,
    diseasesEn,
    number: Math.floor(index / 5) + 1,
    givenOn,
    givenOnAccuracy: null,
    lotNumber: `SII22${String(index).padStart(2, '0')}A`,
    lotExpiresOn: day('2027-06-30'),
    placeName: index < 2 ? 'Bệnh viện Sản Nhi Phú Thọ' : sampleIssue.point.name,
    givenByName: index < 2 ? null : 'Đỗ Thị Hường',
    reaction: index === 3 ? 'Sốt nhẹ 38 °C' : null,
    nextOn: addDays(givenOn, 28),
    historical: index < 2,
  }
}

/** A plan of two visits, with a dose that comes later and one that is over. */
export function sampleCatchUp(
  changes: { readonly name?: string; readonly practice?: boolean; readonly empty?: boolean } = {},
) {
  const text = (vi: string) => ({ vi, en: vi })
  const target = (antigen: string, vi: string) => ({
    antigen,
    name: text(vi),
    seriesCode: 'x',
    targetDose: 1,
  })
  const dose = (vaccineCode: string, label: string, route: 'IM' | 'PO', ...targets: CatchUpTarget[]) => ({
    vaccineCode,
    label: text(label),
    route,
    targets,
    dueOn: day('2025-10-14'),
  })
  const penta = [target('HepB', 'Viêm gan B'), target('Diphtheria', 'Bạch hầu'), target('Hib', 'Hib')]
  const visits = [
    {
      on: day('2025-10-14'),
      doses: [
        dose('SII_PENTA', '5 trong 1 mũi 1', 'IM', ...penta),
        dose('BOPV_POLYVAC', 'bOPV mũi 1', 'PO', target('Polio', 'Bại liệt')),
      ],
      injections: 1,
    },
    { on: day('2025-11-14'), doses: [dose('SII_PENTA', '5 trong 1 mũi 2', 'IM', ...penta)], injections: 1 },
  ]
  return buildCatchUpPaper({
    person: { ...samplePerson, name: changes.name ?? samplePerson.name },
    plan: {
      from: day('2025-10-14'),
      until: day('2030-10-14'),
      scheduleCode: 'TEST',
      scheduleName: text('Lịch thử'),
      confirmation: 'unconfirmed',
      maxInjections: 4,
      maxWaitDays: 31,
      visits: changes.empty ? [] : visits,
      completions: [],
      open: [
        {
          label: text('Td mũi nhắc (7 tuổi)'),
          antigens: [{ antigen: 'Tetanus', name: text('Uốn ván') }],
          reason: { code: 'beyond-horizon', on: day('2032-03-12') },
        },
        {
          label: text('BCG'),
          antigens: [{ antigen: 'BCG', name: text('BCG') }],
          reason: { code: 'aged-out', since: day('2026-03-12') },
        },
      ],
      isFewest: true,
    },
    issue: { ...sampleIssue, practice: changes.practice ?? false },
  })
}
