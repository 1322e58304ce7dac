import { describe, expect, test } from 'vitest'
import { recordHistoricalDoses } from '../../../src/contract/dose-calls'
import { registerPerson } from '../../../src/contract/person-calls'
import {
  endPregnancy,
  enrolPregnancy,
  issueHandbook,
  listPregnancies,
  reopenPregnancy,
  savePregnancy,
  voidPregnancy,
} from '../../../src/contract/pregnancy-calls'
import { day } from '../../../src/domain/calendar/calendar-day'
import type { PregnancyFields } from '../../../src/domain/maternal/pregnancy-checks'
import { handsOn } from './merge-setting'
import { fields, handsOfPregnancy, setting, woman } from './pregnancy-setting'
import { child } from './ready-point'

describe('enrolling', () => {
  test('dates the pregnancy, notes the alert the schedule knows, hands out the book, in one write', () => {
    const { point, personId, ask, view, alerts } = setting()
    const before = point.entries()
    point.done(enrolPregnancy, { ...ask(), handbook: { kind: 'paper', number: '000123' } })
    expect(point.entries() - before).toBe(3)
    expect(view()).toMatchObject({
      dating: { by: 'period', dueOn: '2027-03-25' },
      gestation: { weeks: 22, days: 3 },
      trimester: 2,
      handbooks: [{ number: '000123', kind: 'paper', issuedOn: '2026-11-22' }],
    })
    expect(alerts()).toEqual(['pregnant'])
    expect(view().tetanus.next).toMatchObject({ isDue: true, label: { vi: 'Uốn ván (thai phụ) mũi 1' } })
    expect(point.codes(enrolPregnancy, ask())).toEqual(['pregnancy.already-going'])
    expect(personId).not.toBe('')
  })

  const refused: readonly {
    readonly why: string
    readonly of: Partial<PregnancyFields>
    readonly codes: readonly string[]
  }[] = [
    { why: 'after today', of: { enrolledOn: day('2026-11-23') }, codes: ['pregnancy.day-in-future'] },
    {
      why: 'the period after enrolment',
      of: { enrolledOn: day('2026-06-01') },
      codes: ['pregnancy.day-after-enrolment', 'pregnancy.day-after-enrolment'],
    },
    {
      why: 'a scan tomorrow',
      of: { scan: { on: day('2026-11-23'), weeks: 22, days: 0 } },
      codes: ['pregnancy.day-in-future'],
    },
    { why: 'height in metres', of: { heightCm: 1.55 }, codes: ['pregnancy.bad-value'] },
    {
      why: 'more births before than pregnancies',
      of: { gravida: 2, para: { term: 2, preterm: 0, lost: 0, living: 2 } },
      codes: ['pregnancy.gravida-odd'],
    },
    { why: 'a risk nobody lists', of: { riskCodes: ['unlucky'] }, codes: ['pregnancy.unknown-code'] },
  ]
  const { point: still, ask: askOf, alerts: alertsOf } = setting()
  test.each(refused)('is refused: $why', ({ of, codes }) => {
    expect(still.codes(enrolPregnancy, askOf(of))).toEqual(codes)
    expect(alertsOf()).toEqual([])
  })

  test('more than 44 weeks is asked about, and written when it is so', () => {
    const { point, ask, view } = setting()
    const old = ask({ lastPeriodOn: day('2026-01-10') })
    expect(point.codes(enrolPregnancy, old)).toEqual(['pregnancy.over-44-weeks'])
    point.done(enrolPregnancy, { ...old, isConfirmed: true })
    expect(view()).toMatchObject({ isAskedAbout: true, gestation: { weeks: 45, days: 1 } })
  })

  test('a boy and a girl of nine are not enrolled', () => {
    const { point, ask } = setting()
    const of = (changes: Parameters<typeof child>[0]) => {
      const person = child({ relatives: [], ...changes })
      const { personId } = point.done(registerPerson, { person, notDuplicateOf: [] })
      return point.codes(enrolPregnancy, { ...ask(), personId })
    }
    expect(of({ kind: 'other', name: 'Phạm Văn Thử', sex: 'male', birthDate: day('1995-01-01') })).toEqual([
      'pregnancy.not-a-woman',
    ])
    expect(of({ name: 'Phạm Thị Bé Thử', birthDate: day('2017-01-01') })).toEqual(['pregnancy.mother-age'])
  })
})

describe('while it goes on', () => {
  test('risks, plan and what was empty need no reason; what was written otherwise does', () => {
    const { point, enrol, view } = setting()
    const pregnancyId = enrol()
    const save = (changes: Partial<PregnancyFields>, reason: string | null = null) =>
      point.codes(savePregnancy, { pregnancyId, fields: fields(changes), reason, isConfirmed: false })
    expect(save({})).toEqual(['pregnancy.nothing-changed'])
    expect(save({ fetuses: 2, riskCodes: ['earlier-caesarean'], heightCm: 143 })).toEqual([])
    expect(view().risks.map(({ code }) => code)).toEqual(['height-under-145', 'twins', 'earlier-caesarean'])
    const moved = {
      fetuses: 2,
      riskCodes: ['earlier-caesarean'],
      heightCm: 143,
      lastPeriodOn: day('2026-06-11'),
    }
    expect(save(moved)).toEqual(['reason.missing'])
    expect(save(moved, 'Nhớ lại ngày kinh')).toEqual([])
    expect(view().dating?.dueOn).toBe('2027-03-18')
  })

  test('a second pregnancy begins with what the first one left, and ends the alert in between', () => {
    const { point, enrol, alerts, personId } = setting()
    const pregnancyId = enrol({
      enrolledOn: day('2026-08-01'),
      gravida: 2,
      para: { term: 1, preterm: 0, lost: 0, living: 1 },
      heightCm: 154,
    })
    expect(
      point.codes(endPregnancy, {
        pregnancyId,
        outcome: 'miscarriage',
        endedOn: day('2026-05-01'),
        note: null,
      }),
    ).toEqual(['pregnancy.end-before-start'])
    point.done(endPregnancy, { pregnancyId, outcome: 'miscarriage', endedOn: day('2026-09-01'), note: null })
    expect(alerts()).toEqual([])
    expect(point.done(listPregnancies, { personId }).known).toEqual({
      gravida: 3,
      para: { term: 1, preterm: 0, lost: 1, living: 1 },
      heightCm: 154,
      riskCodes: [],
    })
    point.done(reopenPregnancy, { pregnancyId, reason: 'Ghi nhầm người' })
    expect(alerts()).toEqual(['pregnant'])
    point.done(voidPregnancy, { pregnancyId, reason: 'Ghi nhầm người' })
    expect(alerts()).toEqual([])
  })

  test('tetanus is what the schedule says of her doses, judged for the due date', () => {
    const { point, enrol, personId, view } = setting()
    enrol()
    expect(view().tetanus.protection).toMatchObject({ isProtected: false, reason: { code: 'no-dose' } })
    const give = (givenOn: string) =>
      point.done(recordHistoricalDoses, {
        personId,
        doses: [
          {
            vaccineCode: 'TT_IVAC',
            givenOn: day(givenOn),
            statedNumber: null,
            lotNumber: null,
            placeName: null,
          },
        ],
      })
    give('2026-09-01')
    give('2026-10-05')
    expect(view().tetanus).toMatchObject({
      doses: ['2026-09-01', '2026-10-05'],
      protection: { isProtected: true, reason: { code: 'protected', doses: 2 } },
    })
  })

  test('one book a pregnancy', () => {
    const { point, enrol, personId, view } = setting()
    const pregnancyId = enrol()
    const book = { personId, pregnancyId, issuedOn: day('2026-11-22'), kind: 'paper', number: null } as const
    point.done(issueHandbook, book)
    expect(point.codes(issueHandbook, book)).toEqual(['handbook.already-issued'])
    expect(view().handbooks).toHaveLength(1)
  })
})

describe('two records of one woman', () => {
  test('are one thread after a merge; the tables follow from the journal in any order', () => {
    const { point, personId, enrol, see, view, views } = setting()
    const enrolled = enrol({ enrolledOn: day('2026-08-20') })
    see(enrolled, { visitedOn: day('2026-08-27') })
    const twin = point.done(registerPerson, {
      person: { ...woman, name: 'Lê Thị Nghiệm Thử' },
      notDuplicateOf: [personId],
    }).personId
    const other = handsOfPregnancy(point, twin)
    const second = other.enrol({ enrolledOn: day('2026-10-01') })
    other.see(second, { visitedOn: day('2026-10-05'), weightKg: 51 })
    const hands = handsOn(point)
    hands.merge(personId, twin)
    expect(
      views()
        .map(({ pregnancyId }) => pregnancyId)
        .toSorted(),
    ).toEqual([enrolled, second].toSorted())
    expect(views().every(each => each.personId === personId)).toBe(true)
    point.done(endPregnancy, {
      pregnancyId: second,
      outcome: 'unknown',
      endedOn: day('2026-11-22'),
      note: null,
    })
    expect(point.store.records.find('person', personId)?.alerts.map(({ code }) => code)).toContain('pregnant')
    expect(view().pregnancyId).toBe(enrolled)
    hands.prove()
  })
})
