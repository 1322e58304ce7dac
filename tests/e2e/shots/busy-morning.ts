import { planAll, toRequest } from '../../../renderer/screens/injection/plan'
import type { RequestOf, ResponseOf } from '../../../src/contract/call'
import { checkDoses, getChart, listVaccines, recordDoses } from '../../../src/contract/dose-calls'
import { getPerson, registerPerson } from '../../../src/contract/person-calls'
import { confirmIdentity, getIdentity } from '../../../src/contract/safety-calls'
import { prepareScreening } from '../../../src/contract/screening-calls'
import { listLots } from '../../../src/contract/stock-calls'
import {
  type BoardCard,
  finishObservation,
  getBoard,
  leaveVisit,
  openVisit,
  recordReaction,
  signScreening,
} from '../../../src/contract/visit-calls'
import { day } from '../../../src/domain/calendar/calendar-day'
import type { Person } from '../../../src/domain/person/person'
import type { Conclusion } from '../../../src/domain/screening/form'
import { questionsFor } from '../../../src/domain/screening/propose-holds'
import type { Desk } from '../support/desk'

/** Somebody of the morning. */
export type Seen = { readonly personId: string; readonly visitId: string }

/** The next of those with an appointment comes in. Throws when all have come. */
export async function arrive(desk: Desk): Promise<Seen> {
  const { expected } = await desk.ask(getBoard, { on: null })
  const [card] = expected.toSorted(byName)
  if (!card) throw new Error('everybody has come')
  return arriveAs(desk, card.personId)
}

/** The name of somebody with an appointment who has not come. */
export async function lastExpected(desk: Desk): Promise<string> {
  const { expected } = await desk.ask(getBoard, { on: null })
  return expected.at(-1)?.displayName ?? ''
}

/** This person comes in. */
export async function arriveAs(desk: Desk, personId: string): Promise<Seen> {
  const { visitId } = await desk.ask(openVisit, { personId })
  return { personId, visitId }
}

function byName(a: BoardCard, b: BoardCard): number {
  return a.displayName.localeCompare(b.displayName, 'vi')
}

/** Consent as it mostly is, and nothing decided of single vaccines. */
const withoutMore: Pick<RequestOf<typeof signScreening>, 'motherHbsag' | 'overrides' | 'consent' | 'next'> = {
  motherHbsag: null,
  overrides: [],
  consent: { given: true, byName: 'Người nhà', relation: 'guardian', note: null },
  next: null,
}

/** Signs the checklist with these findings. */
export async function screen(
  desk: Desk,
  { personId, visitId }: Seen,
  found: {
    readonly temperatureC?: number
    readonly weightKg?: number
    readonly concluded?: Conclusion
    readonly because?: string
  } = {},
): Promise<void> {
  const { temperatureC = 36.7, weightKg = 9.4, concluded = 'eligible', because = null } = found
  const { form, rules, facts } = await desk.ask(prepareScreening, { personId, asPregnant: null })
  const isFever = temperatureC >= form.limits.feverFromC
  const asked = [...form.items, ...questionsFor(rules, form, facts)]
  const answers = asked.map(it => [
    it.code,
    { yes: isFever && 'measured' in it && it.measured === 'temperature', detail: null },
  ])
  await desk.ask(signScreening, {
    visitId,
    formId: form.id,
    formVersion: form.version,
    temperatureC,
    weightKg,
    answers: Object.fromEntries(answers),
    concluded,
    differsBecause: because,
    ...withoutMore,
  })
}

/** What ships with the application is asked for once, as the window does. */
const known = new WeakMap<Desk, Promise<ResponseOf<typeof listVaccines>>>()

export function vaccinesOf(desk: Desk): Promise<ResponseOf<typeof listVaccines>> {
  const asked = known.get(desk) ?? desk.ask(listVaccines, {})
  known.set(desk, asked)
  return asked
}

/** Gives what is due and on the shelf; warnings are passed with a reason, refused doses are left out. */
export async function inject(desk: Desk, { personId, visitId }: Seen): Promise<number> {
  const [{ chart }, person, lots, vaccines] = await Promise.all([
    desk.ask(getChart, { personId, on: null }),
    desk.ask(getPerson, { personId }),
    desk.ask(listLots, { vaccineCode: null }),
    vaccinesOf(desk),
  ])
  const shelf = {
    lots,
    vaccines: new Map(vaccines.map(vaccine => [vaccine.code, vaccine])),
    on: chart.on,
    bornOn: person.person.birthDate,
  }
  const planned = planAll(chart.today, due => due.label.vi, shelf).flatMap(
    line => toRequest(line, null) ?? [],
  )
  const checks = await desk.ask(checkDoses, { visitId, doses: planned })
  const doses = planned.flatMap((dose, index) => {
    const { refusals = [], warnings = [] } = checks[index] ?? {}
    const codes = [...new Set(warnings.map(({ code }) => code))]
    const overrides = codes.map(code => ({ code, reason: 'Bác sĩ chỉ định' }))
    return refusals.length > 0 ? [] : [{ ...dose, overrides }]
  })
  if (doses.length > 0) {
    const { alikes } = await desk.ask(getIdentity, { visitId })
    const toldApartFrom = alikes.map(alike => alike.personId)
    await desk.ask(confirmIdentity, { visitId, how: 'two-identifiers', scan: null, toldApartFrom })
    await desk.ask(recordDoses, { visitId, doses })
  }
  return doses.length
}

/** From the door to the observation. Whoever has nothing to be given goes home, and the next one comes. */
export async function vaccinate(desk: Desk): Promise<Seen> {
  const seen = await arrive(desk)
  await screen(desk, seen)
  if ((await inject(desk, seen)) > 0) return seen
  await desk.ask(leaveVisit, { visitId: seen.visitId, note: 'Hết vắc xin' })
  return vaccinate(desk)
}

/** A mild fever under observation. */
export async function react(desk: Desk, { visitId }: Seen): Promise<void> {
  await desk.ask(recordReaction, {
    visitId,
    kind: 'common',
    signs: ['fever', 'local-swelling'],
    temperatureC: 37.9,
    treatment: null,
    outcome: 'observing',
    note: null,
  })
}

/** Home after the observation, with an appointment. */
export async function sendHome(desk: Desk, { visitId }: Seen): Promise<void> {
  const next = { on: day('2026-12-22'), slot: 'morning' as const, time: null, labels: ['5 trong 1 mũi 2'] }
  await desk.ask(finishObservation, { visitId, earlyBecause: null, next })
}

/** Registers an invented child with everything that makes a line long. */
export async function registerLongName(desk: Desk, part: Partial<Person> = {}): Promise<string> {
  const { personId } = await desk.ask(registerPerson, {
    person: { ...longNamed, ...part },
    notDuplicateOf: [],
  })
  return personId
}

/** A child whose names, place and alerts take the most room. */
export const longNamed: Person = {
  kind: 'child',
  name: 'Nguyễn Hoàng Phương Trúc Quỳnh Anh',
  birthDate: day('2025-05-18'),
  birthTime: '08:30',
  sex: 'female',
  ethnicGroupCode: '01',
  nationalityCode: 'VN',
  bloodGroup: null,
  phone: null,
  identifiers: [{ system: 'national-id', value: '038325012345' }],
  addresses: {
    current: {
      provinceCode: '38',
      communeCode: '16378',
      hamlet: 'Tổ dân phố Nguyễn Thị Minh Khai',
      line: null,
    },
  },
  relatives: [
    {
      relation: 'mother',
      name: 'Trần Thị Nguyễn Phượng Hoàng Uyên',
      nationalId: null,
      phone: '0912345678',
      birthYear: 1992,
    },
  ],
  alerts: [
    { code: 'mother-hbsag-positive', note: null, notedOn: day('2025-05-18') },
    { code: 'allergy', note: 'trứng, phát ban nhẹ', notedOn: day('2026-03-02') },
  ],
  protectedAtBirth: true,
  gestationWeeks: 39,
  birthWeightG: 3100,
  note: null,
}
