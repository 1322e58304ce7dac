import { describe, expect, test } from 'vitest'
import { recordDoses } from '../../../src/contract/dose-calls'
import {
  finishObservation,
  getBoard,
  getScreeningForm,
  getVisit,
  leaveVisit,
  openVisit,
  signScreening,
} from '../../../src/contract/visit-calls'
import {
  checklist,
  dayMs,
  givePenta,
  identify,
  minuteMs,
  on,
  openReadyPoint,
  planned,
  readyForInjection,
  refusedCodes,
  register,
  stockLot,
} from './ready-point'

const nowhere = '018f0000-0000-7000-8000-000000000000'

/** A child who has just been checked in. */
function atReception() {
  const point = openReadyPoint()
  const personId = register(point)
  const { visitId, ticket } = point.done(openVisit, { personId })
  const sign = (changes: Parameters<typeof checklist>[3] = {}) => checklist(point, personId, visitId, changes)
  return { point, personId, visitId, ticket, sign }
}

describe('checking in', () => {
  test('tickets count up through the day and begin again the next', () => {
    const point = openReadyPoint()
    const people = ['An', 'Bình', 'Chi'].map(name => register(point, { name }))
    const tickets = people.map(personId => point.done(openVisit, { personId }).ticket)
    expect(tickets).toEqual([1, 2, 3])
    point.moveClock(dayMs)
    expect(point.done(openVisit, { personId: people[0] ?? '' }).ticket).toBe(1)
  })

  test('visit.already-open with the ticket when the child is in the queue, person.not-found for nobody', () => {
    const { point, personId, ticket } = atReception()
    const answer = point.call(openVisit, { personId })
    expect(answer).toMatchObject({ ok: false, error: { problems: [{ params: { ticket } }] } })
    expect(refusedCodes(point, openVisit, { personId })).toEqual(['visit.already-open'])
    expect(refusedCodes(point, openVisit, { personId: nowhere })).toEqual(['person.not-found'])
  })

  test('the appointment of the day is kept, and nobody is expected any more', () => {
    const { point, personId } = scheduledForTomorrow()
    expect(point.done(getBoard, { on: null })).toMatchObject({
      expected: [{ personId }],
      figures: { invited: 1, arrived: 0 },
    })
    point.done(openVisit, { personId })
    expect(point.done(getBoard, { on: null })).toMatchObject({
      expected: [],
      screening: [{ personId, ticket: 1 }],
      figures: { invited: 1, arrived: 1 },
    })
  })

  test('somebody leaves with a reason, never without', () => {
    const { point, visitId } = atReception()
    expect(refusedCodes(point, leaveVisit, { visitId, note: ' ' })).toEqual(['reason.missing'])
    point.done(leaveVisit, { visitId, note: 'Mẹ hẹn hôm khác' })
    expect(point.done(getVisit, { visitId })).toMatchObject({ stage: 'done', outcome: 'left' })
    expect(refusedCodes(point, leaveVisit, { visitId, note: 'Lần nữa' })).toEqual(['visit.wrong-stage'])
  })
})

/** A child sent home with an appointment, seen on the morning of that appointment. */
function scheduledForTomorrow() {
  const point = openReadyPoint()
  const personId = register(point)
  const { visitId } = givePenta(point, personId, stockLot(point, { vaccineCode: 'SII_PENTA' }))
  point.moveClock(30 * minuteMs)
  const next = { on: on('2026-11-23'), slot: 'morning' as const, time: null, labels: ['BCG'] }
  point.done(finishObservation, { visitId, earlyBecause: null, next })
  point.moveClock(dayMs)
  return { point, personId }
}

describe('signing the checklist', () => {
  test('a measurement answers its own question, and the answers are kept whole', () => {
    const { point, visitId, sign } = atReception()
    const { proposed } = point.done(signScreening, sign())
    const { screening, stage } = point.done(getVisit, { visitId })
    expect(proposed).toBe('eligible')
    expect(stage).toBe('injection')
    expect(screening?.answers.temperature).toEqual({ yes: false, detail: null })
    expect(screening).toMatchObject({
      formVersion: '1575-2023',
      temperatureC: 36.8,
      signedByName: 'Trưởng trạm',
    })
  })

  test('a fever is answered by the thermometer and proposes to defer', () => {
    const { point, visitId, sign } = atReception()
    const { proposed } = point.done(signScreening, sign({ temperatureC: 38, concluded: 'deferred' }))
    expect(proposed).toBe('deferred')
    const visit = point.done(getVisit, { visitId })
    expect(visit).toMatchObject({ stage: 'done', outcome: 'deferred', screening: { concluded: 'deferred' } })
    expect(visit.screening?.answers.temperature?.yes).toBe(true)
    expect(point.done(getBoard, { on: null }).figures.deferred).toBe(1)
  })

  const decided = [
    { item: 'anaphylaxis-grade-3', conclusion: 'contraindicated', outcome: 'contraindicated' },
    { item: 'anaphylaxis-grade-2', conclusion: 'refer-hospital', outcome: 'referred' },
    { item: 'acute-or-progressing-illness', conclusion: 'deferred', outcome: 'deferred' },
  ] as const
  test.each(decided)(
    '"Có" at $item proposes $conclusion and ends the visit',
    ({ item, conclusion, outcome }) => {
      const { point, visitId, sign } = atReception()
      const draft = sign()
      const answers = { ...draft.answers, [item]: { yes: true, detail: 'Ghi rõ' } }
      const { proposed } = point.done(signScreening, { ...draft, answers, concluded: conclusion })
      expect(proposed).toBe(conclusion)
      expect(point.done(getVisit, { visitId })).toMatchObject({ stage: 'done', outcome })
    },
  )

  test('who decides otherwise than the rule proposes writes down why', () => {
    const { point, visitId, sign } = atReception()
    const draft = sign({ temperatureC: 38.2, concluded: 'eligible' })
    expect(refusedCodes(point, signScreening, draft)).toEqual(['reason.missing'])
    const differsBecause = 'Nhiệt kế hỏng, đo lại 36,9'
    point.done(signScreening, { ...draft, differsBecause })
    expect(point.done(getVisit, { visitId })).toMatchObject({
      stage: 'injection',
      screening: { proposed: 'deferred', concluded: 'eligible', differsBecause },
    })
  })

  const refused = [
    { code: 'screening.bad-temperature', why: 'the thermometer shows 30 °C', change: { temperatureC: 30 } },
    {
      code: 'screening.bad-temperature',
      why: 'the decimal mark was forgotten',
      change: { temperatureC: 368 },
    },
    { code: 'screening.bad-weight', why: 'the weight is in grams', change: { weightKg: 5400 } },
    { code: 'screening.no-form', why: 'the form is of another version', change: { formVersion: '2019' } },
    {
      code: 'screening.no-form',
      why: 'the form is of another age',
      change: { formId: 'adult-outside-hospital' },
    },
    { code: 'screening.unanswered', why: 'a question is open', change: { answers: {} } },
    { code: 'visit.not-found', why: 'there is no such visit', change: { visitId: nowhere } },
  ]
  test.each(refused)('$code when $why, and nothing is written', ({ code, change }) => {
    const { point, sign } = atReception()
    expect(refusedCodes(point, signScreening, sign(change))).toContain(code)
  })

  test('screening.detail-missing when a "Có" that needs words has none', () => {
    const { point, personId, sign } = atReception()
    const form = point.done(getScreeningForm, { personId })
    const item = form.items.find(({ needsDetail, leadsTo }) => needsDetail && leadsTo === 'contraindicated')
    const draft = sign({ concluded: 'contraindicated' })
    const answers = { ...draft.answers, [item?.code ?? '']: { yes: true, detail: ' ' } }
    expect(refusedCodes(point, signScreening, { ...draft, answers })).toEqual(['screening.detail-missing'])
  })

  test('a checklist may be signed again before the injection, not after', () => {
    const { point, visitId, sign } = atReception()
    point.done(signScreening, sign())
    point.done(signScreening, sign({ weightKg: 5.6 }))
    expect(point.done(getVisit, { visitId }).screening?.weightKg).toBe(5.6)
    const lot = stockLot(point, { vaccineCode: 'SII_PENTA' })
    identify(point, visitId)
    point.done(recordDoses, { visitId, doses: [planned('SII_PENTA', lot)] })
    expect(refusedCodes(point, signScreening, sign())).toEqual(['visit.wrong-stage'])
  })

  test('a visit of yesterday cannot be screened today, only ended', () => {
    const { point, visitId, sign } = atReception()
    const draft = sign()
    point.moveClock(dayMs)
    expect(refusedCodes(point, signScreening, draft)).toEqual(['visit.wrong-stage'])
    expect(point.codes(leaveVisit, { visitId, note: 'Về hôm qua' })).toEqual([])
  })
})

test('the board shows everybody in the lane where they stand', () => {
  const point = openReadyPoint()
  const lot = stockLot(point, { vaccineCode: 'SII_PENTA' })
  const [waiting, screened, injected] = ['An', 'Bình', 'Chi'].map(name => register(point, { name }))
  point.done(openVisit, { personId: waiting ?? '' })
  readyForInjection(point, screened ?? '')
  point.moveClock(10 * minuteMs)
  givePenta(point, injected ?? '', lot)
  const board = point.done(getBoard, { on: null })
  expect(board.screening.map(card => card.personId)).toEqual([waiting])
  expect(board.injection.map(card => card.personId)).toEqual([screened])
  expect(board.observation).toMatchObject([
    { personId: injected, labels: ['5 trong 1'], observeUntil: '2026-11-22T01:40:00.000Z' },
  ])
  expect(board.figures).toMatchObject({ arrived: 3, vaccinated: 1, averageWaitMinutes: 0 })
})
