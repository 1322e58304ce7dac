import { describe, expect, test } from 'vitest'
import { buildDocument } from '../../../src/contract/internal-calls'
import { getPersonHistory } from '../../../src/contract/person-calls'
import {
  correctAntenatalVisit,
  recordAntenatalVisit,
  voidAntenatalVisit,
} from '../../../src/contract/pregnancy-calls'
import { day } from '../../../src/domain/calendar/calendar-day'
import type { VisitFields } from '../../../src/domain/maternal/visit-checks'
import { setting, visit } from './pregnancy-setting'

describe('visits', () => {
  test('say their week and gain, keep the appointment and make the next one', () => {
    const { point, enrol, see, view, personId } = setting()
    const pregnancyId = enrol({ enrolledOn: day('2026-08-20'), weightBeforeKg: 48 })
    see(pregnancyId, { visitedOn: day('2026-08-27'), weightKg: 49, nextVisitOn: day('2026-11-25') })
    expect(view().nextAppointmentOn).toBe('2026-11-25')
    see(pregnancyId, { weightKg: 53.5, fundalHeightCm: 21, nextVisitOn: day('2026-12-17') })
    const shown = view()
    expect(
      shown.visits.map(({ number, gestation, gainKg }) => [
        number,
        gestation?.weeks,
        gestation?.days,
        gainKg,
      ]),
    ).toEqual([
      [1, 10, 0, 1],
      [2, 22, 3, 5.5],
    ])
    expect(shown.nextAppointmentOn).toBe('2026-12-17')
    const appointments = point.store.visits
      .appointmentsOf(personId)
      .map(({ on, status, labels }) => [on, status, labels[0]])
    expect(appointments.toSorted()).toEqual([
      ['2026-11-25', 'kept', 'Khám thai lần 2'],
      ['2026-12-17', 'planned', 'Khám thai lần 3'],
    ])
    expect(
      shown.schedules
        .find(({ code }) => code === 'eight')
        ?.slots.slice(0, 3)
        .map(({ state }) => state),
    ).toEqual(['done', 'done', 'coming'])
  })

  const refused: readonly {
    readonly why: string
    readonly of: Partial<VisitFields>
    readonly codes: readonly string[]
  }[] = [
    {
      why: 'before enrolment, here',
      of: { visitedOn: day('2026-11-10') },
      codes: ['antenatal.before-enrolment'],
    },
    {
      why: 'before the pregnancy, elsewhere',
      of: { visitedOn: day('2026-06-01'), placeName: 'Phòng khám' },
      codes: ['antenatal.before-pregnancy'],
    },
    { why: 'tomorrow', of: { visitedOn: day('2026-11-23') }, codes: ['pregnancy.day-in-future'] },
    { why: 'half a pressure', of: { diastolic: null }, codes: ['antenatal.pressure-half'] },
    {
      why: 'a pressure the wrong way round',
      of: { systolic: 70, diastolic: 110 },
      codes: ['antenatal.pressure-swapped'],
    },
    { why: 'g/dL', of: { haemoglobin: 11.2 }, codes: ['antenatal.haemoglobin-unit'] },
    { why: 'weight in grams', of: { weightKg: 520 }, codes: ['pregnancy.bad-value'] },
    { why: 'a heart of 30', of: { fetalHeartRates: [140, 30] }, codes: ['pregnancy.bad-value'] },
    {
      why: 'the next visit today',
      of: { nextVisitOn: day('2026-11-22') },
      codes: ['antenatal.next-not-after'],
    },
    {
      why: 'nothing at all',
      of: { weightKg: null, systolic: null, diastolic: null },
      codes: ['antenatal.nothing-written'],
    },
    { why: 'a sign nobody lists', of: { dangerSigns: ['tired'] }, codes: ['pregnancy.unknown-code'] },
    { why: '35 cm at 22 weeks', of: { fundalHeightCm: 35 }, codes: ['antenatal.fundal-differs'] },
  ]
  const still = setting()
  const stillId = still.enrol()
  test.each(refused)('are refused: $why', ({ of, codes }) => {
    expect(
      still.point.codes(recordAntenatalVisit, {
        pregnancyId: stillId,
        fields: visit(of),
        isConfirmed: false,
      }),
    ).toEqual(codes)
    expect(still.view().visits).toHaveLength(0)
  })

  test('a leap of the weight is asked about; a second visit of the day is the same one', () => {
    const { point, enrol, see, view } = setting()
    const pregnancyId = enrol({ enrolledOn: day('2026-11-08') })
    see(pregnancyId, { visitedOn: day('2026-11-08'), weightKg: 50 })
    const leap = { pregnancyId, fields: visit({ weightKg: 61 }), isConfirmed: false }
    expect(point.codes(recordAntenatalVisit, leap)).toEqual(['antenatal.weight-jump'])
    point.done(recordAntenatalVisit, { ...leap, isConfirmed: true })
    expect(point.codes(recordAntenatalVisit, { ...leap, isConfirmed: true })).toEqual(['antenatal.same-day'])
    expect(view().visits).toHaveLength(2)
  })

  test('a scan dates a pregnancy that had none, and is corrected and taken back with its visit', () => {
    const { point, enrol, see, view } = setting()
    const pregnancyId = enrol()
    const visitId = see(pregnancyId, { scan: { weeks: 20, days: 0, note: 'Một thai sống' } })
    expect(view().dating).toMatchObject({ by: 'scan', reason: 'scan-differs', dueOn: '2027-04-11' })
    const corrected = visit({ scan: { weeks: 22, days: 0, note: 'Một thai sống' } })
    point.done(correctAntenatalVisit, {
      visitId,
      fields: corrected,
      reason: 'Đọc nhầm giấy',
      isConfirmed: false,
    })
    expect(view().dating).toMatchObject({ by: 'period', reason: 'period-agrees', scanDueOn: '2027-03-28' })
    point.done(voidAntenatalVisit, { visitId, reason: 'Ghi nhầm người' })
    expect(view()).toMatchObject({ scan: null, visits: [], dating: { reason: 'period-only' } })
  })

  test('HBsAg at a visit makes the plan of the newborn; everything stands in her history', () => {
    const { point, enrol, see, view, personId } = setting()
    const pregnancyId = enrol()
    see(pregnancyId, {
      tests: [{ code: 'hbsag', result: 'positive', note: null }],
      dangerSigns: ['bleeding'],
    })
    expect(view().newbornPlan).toMatchObject({ hbsag: 'positive', childAlerts: ['mother-hbsag-positive'] })
    expect(view().newbornPlan.steps.map(({ code }) => code)).toContain('hbig')
    const nouns = point.done(getPersonHistory, { personId }).map(({ noun, verb }) => `${noun} ${verb}`)
    expect(nouns).toEqual(
      expect.arrayContaining(['pregnancy recorded', 'antenatal-visit recorded', 'person corrected']),
    )
  })

  test('a danger sign makes a referral slip of that visit, with how far she is', () => {
    const { point, enrol, see, personId } = setting()
    const pregnancyId = enrol({ enrolledOn: day('2026-11-20'), fetuses: 2 })
    const first = see(pregnancyId, {
      visitedOn: day('2026-11-20'),
      systolic: 165,
      diastolic: 110,
      fetalHeartRates: [142, 150],
      dangerSigns: ['headache-vision'],
      referredTo: 'Bệnh viện Phụ sản',
    })
    see(pregnancyId)
    const paper = { kind: 'maternal-referral', personId, printerId: null } as const
    expect(point.done(buildDocument, { ...paper, visitId: first })).toMatchObject({
      kind: 'maternal-referral',
      to: 'Bệnh viện Phụ sản',
      visitedOn: '20/11/2026',
      signs: ['Đau đầu dữ dội, nhìn mờ'],
      measures: ['cân nặng 52 kg', 'huyết áp 165/110 mmHg', 'tim thai 142, 150 lần/phút'],
      head: expect.arrayContaining([
        { caption: 'Tuổi thai', value: '22 tuần 3 ngày', isWide: false },
        { caption: 'Dự sinh', value: '25/03/2027 (theo kỳ kinh cuối)', isWide: false },
      ]),
    })
    expect(point.done(buildDocument, { ...paper, visitId: null })).toMatchObject({
      visitedOn: '22/11/2026',
      signs: [],
    })
    expect(point.codes(buildDocument, { ...paper, visitId: pregnancyId })).toEqual(['antenatal.not-found'])
  })
})
