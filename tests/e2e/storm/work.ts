import type { Call, RequestOf } from '../../../src/contract/call'
import {
  checkDoses,
  correctDose,
  recordDoses,
  recordHistoricalDoses,
  voidDose,
} from '../../../src/contract/dose-calls'
import { correctPerson, registerPerson } from '../../../src/contract/person-calls'
import { addUser, setUpPoint, setUserActive, updatePoint } from '../../../src/contract/point-calls'
import { confirmIdentity } from '../../../src/contract/safety-calls'
import { prepareScreening } from '../../../src/contract/screening-calls'
import { moveStock, receiveLot, setLotStatus } from '../../../src/contract/stock-calls'
import {
  finishObservation,
  leaveVisit,
  openVisit,
  recordReaction,
  signScreening,
} from '../../../src/contract/visit-calls'
import { day } from '../../../src/domain/calendar/calendar-day'
import type { Person } from '../../../src/domain/person/person'
import { questionsFor } from '../../../src/domain/screening/propose-holds'
import { done, pin, type Station } from './station'

/** What earlier places answered: ids by name. */
export type Known = Map<string, string>

/** One place where the storm strikes: a write of the main job, and how many entries it leads to. */
export type Place = {
  readonly what: string
  readonly entries: number
  readonly call: Call
  /** Asks the running application what it must know, and says what to send. */
  readonly request: (known: Known, station: Station) => Promise<unknown> | unknown
  /** Keeps the ids that later places need. */
  readonly keep?: (known: Known, value: never) => void
}

/** A place for this call; the call comes first, so that the compiler knows what its request looks like. */
function place<C extends Call>(call: C) {
  return (
    what: string,
    entries: number,
    request: (known: Known, station: Station) => Promise<RequestOf<C>> | RequestOf<C>,
    keep?: (known: Known, value: never) => void,
  ): Place => ({ what, call, entries, request, ...(keep ? { keep } : {}) })
}

const home = { provinceCode: '38', communeCode: '16378', hamlet: 'Thôn 3', line: null }

function child(name: string, birthDate: string): Person {
  return {
    kind: 'child',
    name,
    birthDate: day(birthDate),
    birthTime: null,
    sex: 'female',
    ethnicGroupCode: '01',
    nationalityCode: 'VN',
    bloodGroup: null,
    phone: null,
    identifiers: [],
    addresses: { current: home },
    relatives: [
      { relation: 'mother', name: 'Trần Thị Phượng', nationalId: null, phone: '0900012345', birthYear: 1997 },
    ],
    alerts: [],
    protectedAtBirth: true,
    gestationWeeks: 39,
    birthWeightG: 3100,
    note: null,
  }
}

const id = (known: Known, name: string) => {
  const value = known.get(name)
  if (value === undefined) throw new Error(`no earlier place has answered ${name}`)
  return value
}
const keepId = (name: string, field: string) => (known: Known, value: never) => {
  known.set(name, (value as Readonly<Record<string, string>>)[field] ?? '')
}

function lot(vaccineCode: string, number: string): RequestOf<typeof receiveLot> {
  const expiresOn = day('2027-06-30')
  const diluent = { diluentLot: null, diluentExpiresOn: null }
  return {
    vaccineCode,
    number,
    expiresOn,
    manufacturer: null,
    programme: 'epi',
    ...diluent,
    doses: 50,
    note: null,
  }
}

async function checklist(known: Known, station: Station): Promise<RequestOf<typeof signScreening>> {
  const personId = id(known, 'person')
  const request = { personId, asPregnant: null }
  const { form, rules, facts } = await done(prepareScreening, station.call(prepareScreening, request))
  const asked = [...form.items, ...questionsFor(rules, form, facts)]
  const answers = Object.fromEntries(asked.map(({ code }) => [code, { yes: false, detail: null }]))
  return {
    visitId: id(known, 'visit'),
    formId: form.id,
    formVersion: form.version,
    temperatureC: 36.8,
    weightKg: 5.4,
    answers,
    motherHbsag: null,
    concluded: 'eligible',
    differsBecause: null,
    overrides: [],
    consent: { given: true, byName: 'Người nhà', relation: 'guardian', note: null },
    next: null,
  }
}

/** Two doses from two lots; whatever the schedule warns of is passed with a reason. */
async function twoDoses(known: Known, station: Station): Promise<RequestOf<typeof recordDoses>> {
  const visitId = id(known, 'visit')
  const common = { programme: 'epi' as const, overrides: [], note: null }
  const doses: RequestOf<typeof checkDoses>['doses'] = [
    {
      vaccineCode: 'SII_PENTA',
      lotId: id(known, 'lot-1'),
      site: 'LVL',
      route: 'IM',
      volumeMl: 0.5,
      ...common,
    },
    {
      vaccineCode: 'BOPV_POLYVAC',
      lotId: id(known, 'lot-2'),
      site: 'MOUTH',
      route: 'PO',
      volumeMl: 0.1,
      ...common,
    },
  ]
  const checks = await done(checkDoses, station.call(checkDoses, { visitId, doses }))
  return {
    visitId,
    doses: doses.map((dose, index) => ({
      ...dose,
      overrides: (checks[index]?.warnings ?? []).map(({ code }) => ({ code, reason: 'bác sĩ đồng ý' })),
    })),
  }
}

const next = { on: day('2026-12-22'), slot: 'morning' as const, time: null, labels: ['5 trong 1 mũi 2'] }
const card = { statedNumber: 1, lotNumber: '0725', placeName: 'Trạm Y tế xã Thử' }

const point: RequestOf<typeof updatePoint>['point'] = {
  name: 'Trạm Y tế xã Thử',
  code: null,
  kind: 'commune-station',
  address: home,
  phone: null,
  offeredAntigens: [],
}

/** The main job from the first run on, one write a place. */
export const places: readonly Place[] = [
  place(setUpPoint)('the point is set up', 3, () => ({
    point,
    station: { name: 'Máy 1', number: 1 },
    user: { name: 'Trưởng trạm', role: 'head', pin },
  })),
  place(updatePoint)('the point is changed', 1, () => ({ point: { ...point, code: '38001' } })),
  place(addUser)(
    'a user is added',
    1,
    () => ({ name: 'Điều dưỡng', role: 'vaccinator', pin: '5826' }),
    keepId('user', 'userId'),
  ),
  place(setUserActive)('a user is shut out', 1, known => ({ userId: id(known, 'user'), active: false })),
  place(registerPerson)(
    'a child is registered',
    1,
    () => ({ person: child('Nguyễn Thị Ánh', '2026-09-15'), notDuplicateOf: [] }),
    keepId('person', 'personId'),
  ),
  place(recordHistoricalDoses)('earlier doses are copied from a card', 2, known => ({
    personId: id(known, 'person'),
    doses: [
      { vaccineCode: 'BCG_IVAC', givenOn: day('2026-09-16'), ...card },
      { vaccineCode: 'GENEHBVAX_05', givenOn: day('2026-09-15'), ...card },
    ],
  })),
  place(receiveLot)('a new lot is received', 2, () => lot('SII_PENTA', '1425'), keepId('lot-1', 'lotId')),
  place(receiveLot)(
    'a second lot is received',
    2,
    () => lot('BOPV_POLYVAC', '0326'),
    keepId('lot-2', 'lotId'),
  ),
  place(receiveLot)('more of a known lot is received', 1, () => lot('BOPV_POLYVAC', '0326')),
  place(openVisit)(
    'a visit is opened',
    1,
    known => ({ personId: id(known, 'person') }),
    keepId('visit', 'visitId'),
  ),
  place(signScreening)('the checklist is signed', 2, checklist),
  place(confirmIdentity)('the child is identified', 1, known => ({
    visitId: id(known, 'visit'),
    how: 'two-identifiers',
    scan: null,
    toldApartFrom: [],
  })),
  place(recordDoses)('two doses from two lots are recorded', 3, twoDoses, (known, value) => {
    const { doseIds } = value as { readonly doseIds: readonly string[] }
    for (const [index, doseId] of doseIds.entries()) known.set(`dose-${index + 1}`, doseId)
  }),
  place(recordReaction)('a reaction is noted', 1, known => ({
    visitId: id(known, 'visit'),
    kind: 'common',
    signs: ['Sốt nhẹ'],
    temperatureC: 37.9,
    treatment: null,
    outcome: 'observing',
    note: null,
  })),
  place(finishObservation)('the observation ends with an appointment', 2, known => ({
    visitId: id(known, 'visit'),
    earlyBecause: 'mẹ xin về sớm',
    next,
  })),
  place(correctDose)('a dose is corrected', 1, known => ({
    doseId: id(known, 'dose-1'),
    changes: { site: 'RVL' },
    reason: 'ghi nhầm bên',
  })),
  place(voidDose)('a dose is voided', 1, known => ({ doseId: id(known, 'dose-2'), reason: 'trẻ nhè ra' })),
  place(correctPerson)('a person is corrected', 1, known => ({
    personId: id(known, 'person'),
    changes: { name: 'Nguyễn Thị Ánh Ngọc' },
    reason: 'đặt tên đầy đủ',
  })),
  place(moveStock)('doses are wasted', 1, known => ({
    lotId: id(known, 'lot-1'),
    kind: 'wasted',
    doses: 3,
    note: 'vỡ lọ',
  })),
  place(setLotStatus)('a lot is suspended', 1, known => ({
    lotId: id(known, 'lot-1'),
    status: 'suspended',
    reason: 'chờ kiểm định',
  })),
  place(registerPerson)(
    'a second child is registered',
    1,
    () => ({ person: child('Lò Thị Ước', '2024-05-02'), notDuplicateOf: [] }),
    keepId('second', 'personId'),
  ),
  place(openVisit)(
    'the second child comes',
    1,
    known => ({ personId: id(known, 'second') }),
    keepId('second-visit', 'visitId'),
  ),
  place(leaveVisit)('the second child leaves', 1, known => ({
    visitId: id(known, 'second-visit'),
    note: 'mẹ bận',
  })),
]

/** Sixty doses at once: long enough to be struck while it is being written. */
export function manyDoses(known: Known, round: number): RequestOf<typeof recordHistoricalDoses> {
  const doses = Array.from({ length: 60 }, (_, index) => {
    const days = round * 60 + index
    const givenOn = day(new Date(Date.UTC(2024, 5, 1 + days)).toISOString().slice(0, 10))
    return { vaccineCode: 'IVACFLU_S', givenOn, ...card }
  })
  return { personId: id(known, 'second'), doses }
}
