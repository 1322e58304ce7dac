import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  answerDifficulty,
  answerReport,
  getPointStatus,
  getReceivedReport,
  getSupervision,
  listReceivedDifficulties,
  listReceivedReports,
  savePointAnswers,
} from '../../../src/contract/supervision-calls'
import type { PointView } from '../../../src/domain/supervision/roll-up'
import { openProvinceServer, type ProvinceServer } from '../../helpers/province-server/server'
import {
  answerFor,
  everything,
  join,
  openOffice,
  openPoint,
  sayStatus,
  sendReports,
  sentAll,
  supervisedAt,
  writeDifficulty,
} from '../../helpers/supervision'
import type { TestPoint } from '../../helpers/test-point'
import { on, pictureOf, refusedCodes } from './ready-point'

const period = '2026-10' as never
const names = ['Trạm Bịa Một', 'Trạm Bịa Hai', 'Trạm Bịa Ba'] as const
const opened: { readonly stop: () => Promise<void> }[] = []
let server: ProvinceServer
let above: TestPoint
let sent: Awaited<ReturnType<typeof threePoints>>
beforeAll(async () => {
  server = await begin()
  sent = await threePoints()
  above = await joined(openOffice(), 'tren')
  above.actAs('supervisor')
  await above.province.pullOnce()
}, 180_000)
afterAll(async () => {
  for (const each of opened.toReversed()) await each.stop()
})

async function begin(): Promise<ProvinceServer> {
  const server = await openProvinceServer({
    codes: ['mot', 'hai', 'ba', 'tren'],
    now: () => Date.parse(supervisedAt),
  })
  opened.push({ stop: server.close })
  return server
}

async function joined(point: TestPoint, code: string): Promise<TestPoint> {
  opened.push({
    stop: async () => {
      await Promise.all([point.ports.link.stop(), point.province.stop()])
      point.close()
    },
  })
  await join(point, server, code)
  return point
}

/** Three points of two communes: two sent their report, the third is late and has not said what it is short of. */
async function threePoints() {
  const one = openPoint(names[0], '16378')
  const two = openPoint(names[1], '16378')
  const three = openPoint(names[2], '14758')
  answerFor(one)
  answerFor(two, { printer: 'no', dosesOnPaper: null })
  sayStatus(three)
  const reportId = sendReports(one)
  sendReports(two)
  await joined(one, 'mot')
  await joined(two, 'hai')
  await joined(three, 'ba')
  return { one, two, three, reportId }
}

const pointsOf = (): readonly PointView[] =>
  above.done(getSupervision, { period }).communes.flatMap(({ points }) => points)
const viewOf = (name: string) => pointsOf().find(({ point }) => point.name === name)
const stateOf = (name: string) => viewOf(name)?.reports.find(({ formId }) => formId === 'epi-month')?.state

describe('the points below, as the one above sees them', () => {
  test('roll-up by commune, readiness, reports in time and late, and nothing of the own point', () => {
    const { standing, total, communes } = above.done(getSupervision, { period })
    expect(standing).toMatchObject({ state: 'fresh', readAt: supervisedAt, trouble: null })
    expect(communes.map(({ points }) => points.map(({ point }) => point.name)).toSorted()).toEqual([
      [names[2]],
      [names[1], names[0]].toSorted(),
    ])
    expect(total).toMatchObject({
      ...{ points: 3, heard: 3, started: 3, ready: 1, people: 3, withStock: 3 },
      // Seven forms are asked for by the month.
      ...{ owed: 21, received: 14, late: 7 },
      has: { computer: 3, printer: 1, internet: 2, power: 2 },
      trained: { sum: 4, unsaid: 1 },
      infants: { part: 2, whole: 8, unsaid: 1 },
      doses: { part: 0, whole: 5, unsaid: 2 },
    })
    expect([names[0], names[1], names[2]].map(name => stateOf(name))).toEqual([
      'received',
      'received',
      'late',
    ])
    expect(viewOf(names[0])?.status).toMatchObject({
      startedOn: '2026-10-15',
      internetKind: 'Cáp quang',
      lastSupervisedOn: '2026-11-10',
    })
  })

  test('a report is refused with its reason, and its point hears of it; accepted later, it stands accepted', async () => {
    const { one, reportId } = sent
    const { reports } = above.done(listReceivedReports, { period })
    expect(reports.filter(({ formId }) => formId === 'epi-month')).toHaveLength(2)
    expect(above.done(getReceivedReport, { recordId: reportId })).toMatchObject({
      point: { name: names[0] },
      form: { id: 'epi-month' },
      rows: expect.arrayContaining([
        expect.objectContaining({ row: 'results/bcg', cells: expect.objectContaining({ given: 3 }) }),
      ]),
    })
    const refuse = { recordId: reportId, verdict: 'refused' as const, text: null }
    expect(refusedCodes(above, answerReport, refuse)).toEqual(['supervision.no-reason'])
    above.done(answerReport, { ...refuse, text: 'Số mũi sởi không khớp sổ' })
    // Here at once, before it was sent.
    expect(stateOf(names[0])).toBe('refused')
    await sentAll(above)
    await one.province.pullOnce()
    expect(one.store.records.find('report', reportId)).toMatchObject({
      state: 'refused',
      answer: expect.stringContaining('Số mũi sởi không khớp sổ'),
    })
    above.moveClock(60_000)
    above.done(answerReport, { recordId: reportId, verdict: 'accepted', text: null })
    await sentAll(above)
    await above.province.pullOnce()
    expect(stateOf(names[0])).toBe('accepted')
    await one.province.pullOnce()
    expect(one.store.records.find('report', reportId)?.state).toBe('accepted')
  })

  test('a difficulty is shown by its theme and answered; the same pages read again change nothing', async () => {
    const { three } = sent
    const about = { theme: 'printer', text: 'Máy in không ra giấy' } as const
    const recordId = writeDifficulty(three, about.theme, about.text)
    await sentAll(three)
    await above.province.pullOnce()
    const all = { theme: null, onlyOpen: true }
    const { openByTheme, difficulties } = above.done(listReceivedDifficulties, all)
    expect(openByTheme.filter(({ open }) => open > 0)).toEqual([{ theme: 'printer', open: 1 }])
    expect(difficulties).toMatchObject([{ ...about, point: { name: names[2] }, state: 'open' }])
    expect(above.done(getSupervision, { period }).total.openDifficulties).toBe(1)
    const empty = { recordId, verdict: 'answered' as const, text: ' ' }
    expect(refusedCodes(above, answerDifficulty, empty)).toEqual(['supervision.no-answer'])
    above.done(answerDifficulty, { ...empty, text: 'Tắt máy in, gỡ giấy kẹt rồi bật lại' })
    await sentAll(above)
    await above.province.pullOnce()
    const answered = above.done(listReceivedDifficulties, { theme: null, onlyOpen: false }).difficulties
    expect(answered).toMatchObject([
      { state: 'answered', answers: [{ verdict: 'answered', text: 'Tắt máy in, gỡ giấy kẹt rồi bật lại' }] },
    ])
    expect(above.done(listReceivedDifficulties, all).difficulties).toEqual([])
    await three.province.pullOnce()
    expect(three.store.records.find('difficulty', recordId)).toMatchObject({
      ...{ state: 'answered', answer: 'Tắt máy in, gỡ giấy kẹt rồi bật lại' },
    })
    const before = pictureOf(above)
    await above.province.pullOnce()
    expect(pictureOf(above)).toEqual(before)
  })
})

test('without a line what is known stays, with its age; a point reads nothing of the others', async () => {
  const { one } = sent
  above.actAs('supervisor')
  server.setFaults(() => 'refuse')
  above.moveClock(45 * 60_000)
  await above.province.pullOnce()
  const { standing, total } = above.done(getSupervision, { period })
  expect(standing).toMatchObject({
    state: 'stale',
    readAt: expect.any(String),
    trouble: 'province.unreachable',
  })
  expect(total.points).toBe(3)
  server.setFaults(() => 'pass')
  await one.province.pullOnce()
  expect(one.store.supervision.list('point')).toEqual([])
  one.actAs('head')
  expect(one.codes(getSupervision, { period })).toEqual(['user.not-allowed'])
})

describe('how a point stands, as it says itself', () => {
  test('once a day, and when something of it is different; an answer holds until the next', () => {
    const point = openPoint(names[0], '16378')
    expect([sayStatus(point), sayStatus(point)]).toEqual([true, false])
    answerFor(point)
    expect(sayStatus(point)).toBe(false)
    expect(point.done(getPointStatus, {})).toMatchObject({
      said: { ...everything, answeredAt: supervisedAt },
      answeredByName: 'Trưởng trạm',
      seen: { hasPrinter: false, hasServer: false },
    })
    point.moveClock(24 * 3_600_000)
    expect([sayStatus(point), sayStatus(point)]).toEqual([true, false])
    // In December the paper book of November answers nothing; the rest still holds.
    point.moveClock(10 * 24 * 3_600_000)
    expect(sayStatus(point)).toBe(true)
    expect(point.done(getPointStatus, {}).said).toMatchObject({ ...everything, dosesOnPaper: null })
    const records = point.store.records.list('point-status', {}, 'on_day')
    expect(records.map(record => record.on)).toEqual(['2026-11-23', '2026-12-03'])
    point.close()
  })

  test('a day of supervision that lies ahead is refused; whoever only looks says nothing', () => {
    const point = openPoint(names[0], '16378')
    const ahead = { ...everything, lastSupervisedOn: on('2027-01-01') }
    expect(refusedCodes(point, savePointAnswers, ahead)).toEqual(['supervision.day-in-future'])
    point.close()
    const above = openOffice()
    expect(sayStatus(above)).toBe(false)
    above.close()
  })
})
