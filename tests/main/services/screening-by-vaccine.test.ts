import { describe, expect, test } from 'vitest'
import { getClosing } from '../../../src/contract/close-calls'
import { getPerson } from '../../../src/contract/person-calls'
import { prepareScreening } from '../../../src/contract/screening-calls'
import { getBoard, getVisit, openVisit, signScreening } from '../../../src/contract/visit-calls'
import { checklist, dayMs, on, openReadyPoint, refusedCodes, register } from './ready-point'

type Child = Parameters<typeof register>[1]

/** A child at the screener's desk. */
function atTheDesk(child: Child = {}) {
  const point = openReadyPoint()
  const personId = register(point, child)
  const { visitId } = point.done(openVisit, { personId })
  const sign = (changes: Parameters<typeof checklist>[3] = {}) => checklist(point, personId, visitId, changes)
  const answered = (
    code: string,
    causes: readonly { code: string; on?: string; antigens?: string[] }[] = [],
  ) => {
    const draft = sign()
    const told = causes.map(it => ({
      code: it.code,
      on: it.on ? on(it.on) : null,
      antigens: it.antigens ?? [],
    }))
    return { ...draft, answers: { ...draft.answers, [code]: { yes: true, detail: 'ghi rõ', causes: told } } }
  }
  return { point, personId, visitId, sign, answered }
}

const treatment = 'immunosuppressive-treatment'
const immunoglobulin = { code: 'immunoglobulin', on: '2026-11-20' }

describe('conclusions about single vaccines', () => {
  test('are worked out where it is signed, kept with their reason, and the visit goes on', () => {
    const { point, visitId, answered } = atTheDesk()
    const { proposed } = point.done(signScreening, answered(treatment, [immunoglobulin]))
    expect(proposed).toBe('eligible')
    const visit = point.done(getVisit, { visitId })
    expect(visit.stage).toBe('injection')
    expect(visit.screening?.perVaccine).toEqual([
      {
        scope: { kind: 'live', route: 'any' },
        conclusion: 'deferred',
        until: '2027-02-20',
        reasonCode: 'live-after-immunoglobulin',
        reason: expect.stringContaining('globulin'),
        overriddenBecause: null,
      },
    ])
    expect(visit.screening?.answers[treatment]?.causes).toHaveLength(1)
  })

  test('a permanent one becomes an alert of the person, in the same write', () => {
    const { point, personId, answered } = atTheDesk()
    point.done(signScreening, answered('had-intussusception'))
    const { alerts } = point.done(getPerson, { personId }).person
    expect(alerts).toMatchObject([{ code: 'intussusception', notedOn: '2026-11-22' }])
    const { rules, ...prepared } = point.done(prepareScreening, { personId, asPregnant: null })
    expect(prepared.facts.alerts).toEqual(['intussusception'])
  })

  test('the signer may decide otherwise with a reason: kept, and nothing noted of the person', () => {
    const { point, personId, visitId, answered } = atTheDesk()
    const overrides = [{ reasonCode: 'rotavirus-intussusception', because: 'Bệnh viện ghi là viêm ruột' }]
    point.done(signScreening, { ...answered('had-intussusception'), overrides })
    expect(point.done(getVisit, { visitId }).screening?.perVaccine).toMatchObject([
      { reasonCode: 'rotavirus-intussusception', overriddenBecause: 'Bệnh viện ghi là viêm ruột' },
    ])
    expect(point.done(getPerson, { personId }).person.alerts).toEqual([])
  })

  test('the next screening knows what the last one deferred, a signature again the same day does not count twice', () => {
    const { point, personId, answered, sign } = atTheDesk()
    point.done(signScreening, answered(treatment, [immunoglobulin]))
    expect(point.done(prepareScreening, { personId, asPregnant: null }).facts.previous).toEqual([])
    point.done(signScreening, sign())
    point.done(signScreening, answered(treatment, [immunoglobulin]))
    point.moveClock(dayMs)
    const { facts, lastWeight } = point.done(prepareScreening, { personId, asPregnant: null })
    expect(facts.previous).toMatchObject([{ reasonCode: 'live-after-immunoglobulin' }])
    expect(lastWeight).toEqual({ weightKg: 5.4, on: '2026-11-22' })
  })

  test('a question about a single vaccine is not passed over', () => {
    const { point, sign } = atTheDesk()
    const { 'had-intussusception': _open, ...answers } = sign().answers
    expect(refusedCodes(point, signScreening, sign({ answers }))).toEqual(['screening.question-open'])
  })
})

describe('where the visit ends with the screening', () => {
  const next = { on: on('2026-11-25'), slot: 'morning' as const, time: null, labels: ['DPT-VGB-Hib mũi 1'] }

  test('deferred: the appointment is saved with the signature, and everything is held back until then', () => {
    const { point, visitId, sign } = atTheDesk()
    const { appointmentId } = point.done(
      signScreening,
      sign({ temperatureC: 38.4, concluded: 'deferred', next }),
    )
    expect(appointmentId).not.toBeNull()
    const visit = point.done(getVisit, { visitId })
    expect(visit).toMatchObject({ outcome: 'deferred', appointment: { on: '2026-11-25', status: 'planned' } })
    expect(visit.screening?.perVaccine).toMatchObject([
      { scope: { kind: 'all' }, until: '2026-11-25', reasonCode: 'visit-deferred' },
    ])
  })

  test('a day that does not lie ahead is refused, and so is today', () => {
    const { point, sign } = atTheDesk()
    const past = sign({ temperatureC: 38.4, concluded: 'deferred', next: { ...next, on: on('2026-11-22') } })
    expect(refusedCodes(point, signScreening, past)).toEqual(['screening.return-not-ahead'])
  })

  test('who goes on to the injection gets no appointment here', () => {
    const { point, visitId, sign } = atTheDesk()
    expect(point.done(signScreening, sign({ next })).appointmentId).toBeNull()
    expect(point.done(getVisit, { visitId }).appointment).toBeNull()
  })
})

describe('consent', () => {
  test('is kept with name, relation and time', () => {
    const { point, visitId, sign } = atTheDesk()
    const consent = { given: true, byName: 'Nguyễn Văn Bảy', relation: 'father' as const, note: null }
    point.done(signScreening, sign({ consent }))
    expect(point.done(getVisit, { visitId }).screening?.consent).toEqual({
      ...consent,
      at: '2026-11-22T01:00:00.000Z',
    })
  })

  test('refused with a reason ends the visit as "không đồng ý tiêm": nobody waits for an injection', () => {
    const { point, visitId, sign } = atTheDesk()
    const consent = {
      given: false,
      byName: 'Trần Thị Phượng',
      relation: 'mother' as const,
      note: 'Hỏi lại bác sĩ',
    }
    point.done(signScreening, sign({ consent }))
    const visit = point.done(getVisit, { visitId })
    expect(visit).toMatchObject({ stage: 'done', outcome: 'refused', outcomeNote: 'Hỏi lại bác sĩ' })
    expect(point.done(getBoard, { on: null }).injection).toEqual([])
    expect(point.done(getClosing, { on: null }).figures).toMatchObject({ arrived: 1, vaccinated: 0, left: 1 })
  })

  const given = { given: true, byName: 'Trần Thị Phượng', relation: 'mother' as const, note: null }
  test.each([
    { why: 'nobody is named', consent: { ...given, byName: ' ' }, code: 'screening.consent-missing' },
    { why: 'nobody was asked', consent: null, code: 'screening.consent-missing' },
    { why: 'refused without a reason', consent: { ...given, given: false }, code: 'reason.missing' },
  ])('$code when $why', ({ consent, code }) => {
    const { point, sign } = atTheDesk()
    expect(refusedCodes(point, signScreening, sign({ consent }))).toEqual([code])
  })
})

describe('the form', () => {
  test('a woman who is pregnant is screened as such, by the record or by what she says', () => {
    const born = { birthDate: on('1998-03-02'), kind: 'woman' as const, relatives: [] }
    const { point, personId } = atTheDesk(born)
    const formOf = (asPregnant: boolean | null) =>
      point.done(prepareScreening, { personId, asPregnant }).form.id
    expect([null, true, false].map(formOf)).toEqual([
      'adult-outside-hospital',
      'pregnant-outside-hospital',
      'adult-outside-hospital',
    ])
    const noted = atTheDesk({
      ...born,
      alerts: [{ code: 'pregnant', note: null, notedOn: on('2026-11-01') }],
    })
    const { form } = noted.point.done(prepareScreening, { personId: noted.personId, asPregnant: null })
    expect(form.id).toBe('pregnant-outside-hospital')
    noted.point.done(signScreening, { ...noted.sign(), weightKg: 54 })
    expect(noted.point.done(getVisit, { visitId: noted.visitId }).screening).toMatchObject({
      formId: 'pregnant-outside-hospital',
      perVaccine: [{ reasonCode: 'live-pregnancy' }],
    })
  })

  test('a newborn under 2000 g: what happens hangs on the mother’s HBsAg, which is noted', () => {
    const small = { weightKg: 1.9, motherHbsag: 'positive' as const, concluded: 'refer-hospital' as const }
    const { point, personId, visitId, sign } = atTheDesk({ birthDate: on('2026-11-21') })
    const draft = sign(small)
    const { 'small-and-mother-hbsag': _measured, ...answers } = draft.answers
    expect(point.done(signScreening, { ...draft, answers }).proposed).toBe('refer-hospital')
    expect(point.done(getVisit, { visitId })).toMatchObject({
      outcome: 'referred',
      screening: { motherHbsag: 'positive' },
    })
    expect(point.done(getPerson, { personId }).person.alerts).toMatchObject([
      { code: 'mother-hbsag-positive' },
    ])
  })

  test('a weight that no child of two months has is refused with what can be', () => {
    const { point, sign } = atTheDesk()
    expect(refusedCodes(point, signScreening, sign({ weightKg: 54 }))).toEqual(['screening.bad-weight'])
    expect(refusedCodes(point, signScreening, sign({ weightKg: 0.54 }))).toContain('screening.bad-weight')
  })
})
