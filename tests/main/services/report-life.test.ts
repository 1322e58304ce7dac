import { describe, expect, test } from 'vitest'
import { startJob } from '../../../src/contract/job-calls'
import { addUser } from '../../../src/contract/point-calls'
import {
  amendReport,
  answerReport,
  checkReportCall,
  confirmReportSigner,
  enterReport,
  getReportDifference,
  getReportLife,
  listDueReports,
  sendReport,
  signReport,
  withdrawReport,
} from '../../../src/contract/report-life-calls'
import { findingKey } from '../../../src/domain/report/life/report-steps'
import type { ReportKey } from '../../../src/domain/report/report-form'
import type { TestPoint } from '../../helpers/test-point'
import { givePenta, on, openReadyPoint, refusedCodes, register, stockLot } from './ready-point'

const key: ReportKey = { formId: 'epi-month', period: '2026-11', basis: 'place' }
const target = { sectionId: 'results', rowId: 'bcg', columnId: 'target' }
const day = 86_400_000

/** A point with one dose of November, on the last day of the month. */
function endOfMonth() {
  const point = openReadyPoint()
  const lotId = stockLot(point, { vaccineCode: 'SII_PENTA' })
  givePenta(point, register(point), lotId)
  point.moveClock(8 * day)
  return { point, lotId }
}

async function prepare(point: TestPoint): Promise<void> {
  point.done(startJob, { job: { name: 'report.prepare', key } })
  expect(await point.ended('report.prepare')).toMatchObject({ state: 'done' })
}

async function review(point: TestPoint): Promise<void> {
  point.done(startJob, { job: { name: 'report.review' } })
  expect(await point.ended('report.review')).toMatchObject({ state: 'done' })
}

const life = (point: TestPoint) => point.done(getReportLife, { key })
const headOf = (point: TestPoint) => life(point).signers[0]?.userId ?? ''

function signatureOf(point: TestPoint): string {
  return point.done(confirmReportSigner, { userId: headOf(point), pin: '2580' }).signatureId
}

/** Checks with a reason for everything that does not come out. */
function checked(point: TestPoint): string {
  const { findings } = point.done(checkReportCall, { key, reasons: [] })
  const reasons = findings.map(finding => ({ key: findingKey(finding), reason: 'Đã xem, đúng với sổ' }))
  const answer = point.done(checkReportCall, { key, reasons })
  expect(answer.state).toBe('checked')
  return answer.reportId
}

async function signed(point: TestPoint): Promise<string> {
  await prepare(point)
  const reportId = checked(point)
  point.done(signReport, { reportId, signatureId: signatureOf(point) })
  return reportId
}

describe('from draft to signature', () => {
  test('findings need their reasons, then it is checked, then the head signs what was counted', async () => {
    const { point } = endOfMonth()
    expect(refusedCodes(point, checkReportCall, { key, reasons: [] })).toEqual(['report.check-outdated'])
    await prepare(point)
    const first = point.done(checkReportCall, { key, reasons: [] })
    expect(first.state).toBe('draft')
    expect(first.findings.map(({ code }) => code)).toContain('days-not-closed')
    const reportId = checked(point)
    point.done(signReport, { reportId, signatureId: signatureOf(point) })
    const [version] = life(point).versions
    expect(version).toMatchObject({ state: 'signed', version: 1, signedByName: 'Trưởng trạm' })
    const report = point.store.records.find('report', reportId)
    expect(
      report?.counted?.sections[0]?.rows.find(({ id }) => id === 'dpt-hepb-hib-1')?.cells.slice(1, 3),
    ).toEqual([1, 1])
    expect(report?.frozenNames?.['results/dpt-hepb-hib-1/given']).toHaveLength(1)
  })

  test('a value entered makes a checked version a draft again, and asks for another count', async () => {
    const { point } = endOfMonth()
    await prepare(point)
    const reportId = checked(point)
    point.done(enterReport, { key, values: [{ cell: target, value: 40 }] })
    expect(life(point)).toMatchObject({
      entered: { 'results/bcg/target': 40 },
      prepared: { isCurrent: false },
    })
    expect(life(point).versions[0]?.state).toBe('draft')
    expect(refusedCodes(point, checkReportCall, { key, reasons: [] })).toEqual(['report.check-outdated'])
    const signatureId = signatureOf(point)
    expect(refusedCodes(point, signReport, { reportId, signatureId })).toEqual(['report.wrong-state'])
  })

  test('only cells that the form asks of people can be entered', () => {
    const { point } = endOfMonth()
    const values = (columnId: string) => [{ cell: { ...target, columnId }, value: 1 }]
    expect(refusedCodes(point, enterReport, { key, values: values('given') })).toEqual([
      'report.unknown-cell',
    ])
    const other = { ...key, formId: 'nobody-knows' }
    expect(refusedCodes(point, enterReport, { key: other, values: values('target') })).toEqual([
      'report.unknown-form',
    ])
  })

  test('nobody signs before the period is over, without the right role, with an old or a used PIN', async () => {
    const { point } = endOfMonth()
    point.moveClock(-day)
    await prepare(point)
    const reportId = checked(point)
    const sign = (signatureId: string) => refusedCodes(point, signReport, { reportId, signatureId })
    expect(sign(signatureOf(point))).toEqual(['report.period-not-over'])
    point.moveClock(day)
    expect(sign(signatureOf(point))).toEqual(['report.check-outdated'])
    await prepare(point)
    const { userId } = point.done(addUser, { name: 'Y tá', role: 'vaccinator', pin: '7391' })
    expect(refusedCodes(point, confirmReportSigner, { userId, pin: '7391' })).toEqual(['report.may-not-sign'])
    const old = signatureOf(point)
    point.moveClock(121_000)
    expect(sign(old)).toEqual(['report.signature-old'])
    expect(point.codes(confirmReportSigner, { userId: headOf(point), pin: '0000' })).toEqual([
      'user.wrong-pin',
    ])
    point.actAs('vaccinator')
    expect(sign(old)).toEqual(['user.not-allowed'])
  })

  test('a finding that nobody has given a reason for stops the signature', async () => {
    const { point, lotId } = endOfMonth()
    await prepare(point)
    const reportId = checked(point)
    // A second unclosed day: the finding of before had another number.
    givePenta(point, register(point, { name: 'Người Thứ Hai', birthDate: on('2026-09-01') }), lotId)
    await prepare(point)
    const signatureId = signatureOf(point)
    expect(refusedCodes(point, signReport, { reportId, signatureId })).toEqual(['report.findings-changed'])
  })
})

describe('after the signature', () => {
  test('what was signed is not entered any more; it is sent by file, answered, and withdrawn with its reason', async () => {
    const { point } = endOfMonth()
    const reportId = await signed(point)
    const values = [{ cell: target, value: 1 }]
    expect(refusedCodes(point, enterReport, { key, values })).toEqual(['report.is-signed'])
    expect(refusedCodes(point, checkReportCall, { key, reasons: [] })).toEqual(['report.is-signed'])
    expect(refusedCodes(point, answerReport, { reportId, verdict: 'accepted', reason: null })).toEqual([
      'report.wrong-state',
    ])
    expect(refusedCodes(point, sendReport, { reportId, by: 'link' })).toEqual(['report.not-joined'])
    point.done(sendReport, { reportId, by: 'file' })
    expect(refusedCodes(point, answerReport, { reportId, verdict: 'refused', reason: '' })).toEqual([
      'reason.missing',
    ])
    point.done(answerReport, { reportId, verdict: 'refused', reason: 'Thiếu chữ ký' })
    expect(life(point).versions[0]).toMatchObject({
      state: 'refused',
      sentBy: 'file',
      answer: 'Thiếu chữ ký',
    })
    point.done(withdrawReport, { reportId, reason: 'Gửi nhầm' })
    expect(life(point)).toMatchObject({ openId: null, standingId: null })
    expect(life(point).versions[0]).toMatchObject({
      isWithdrawn: true,
      withdrawn: { reason: 'Gửi nhầm', byName: 'Trưởng trạm' },
    })
    expect(refusedCodes(point, sendReport, { reportId, by: 'file' })).toEqual(['report.wrong-state'])
    point.done(enterReport, { key, values })
    expect(life(point).versions[0]).toMatchObject({ version: 2, state: 'draft' })
  })

  test('a dose entered late shows by itself, and makes an amendment with its name, who wrote it and when', async () => {
    const { point, lotId } = endOfMonth()
    const reportId = await signed(point)
    point.done(sendReport, { reportId, by: 'file' })
    await review(point)
    expect(point.done(listDueReports, {}).drifted).toEqual([])
    givePenta(point, register(point, { name: 'Người Thứ Hai', birthDate: on('2026-08-31') }), lotId)
    expect(point.done(listDueReports, {}).isReviewStale).toBe(true)
    await review(point)
    expect(point.done(listDueReports, {}).drifted).toMatchObject([{ key, reportId, removed: 0 }])
    expect(life(point).drift?.added).toBeGreaterThan(0)
    const today = point.done(getReportDifference, { reportId, against: 'today' })
    const given = today?.cells.find(
      ({ cell }) => cell.rowId === 'dpt-hepb-hib-1' && cell.columnId === 'given',
    )
    expect(given).toMatchObject({ before: 1, after: 2, added: 1, removed: 0 })
    // The child came of age in the month as well, and is a name of its own in that column.
    expect(today?.names.filter(({ noun }) => noun === 'dose')).toMatchObject([
      { change: 'added', noun: 'dose', hit: { displayName: 'Người Thứ Hai' }, byName: 'Trưởng trạm' },
    ])
    const frozen = point.store.records.find('report', reportId)?.counted
    const amendment = point.done(amendReport, { reportId, reason: 'Nhập muộn một mũi' }).reportId
    expect(refusedCodes(point, amendReport, { reportId, reason: 'Lần nữa' })).toEqual(['report.open-version'])
    await prepare(point)
    expect(
      point
        .done(getReportDifference, { reportId: amendment, against: 'amended' })
        ?.names.filter(({ noun }) => noun === 'dose'),
    ).toHaveLength(1)
    expect(checked(point)).toBe(amendment)
    point.done(signReport, { reportId: amendment, signatureId: signatureOf(point) })
    expect(point.done(getReportDifference, { reportId: amendment, against: 'amended' })).toMatchObject({
      before: { version: 1 },
      after: { version: 2 },
      names: [{ change: 'added' }],
    })
    expect(point.store.records.find('report', reportId)?.counted).toEqual(frozen)
    expect(life(point)).toMatchObject({
      standingId: amendment,
      versions: [{ version: 2, amends: reportId }, { version: 1 }],
    })
    await review(point)
    expect(point.done(listDueReports, {}).drifted).toEqual([])
  })
})

describe('what is owed', () => {
  test('the month before, until it was sent', async () => {
    const { point } = endOfMonth()
    const due = () => point.done(listDueReports, {}).lines.filter(line => line.key.formId === 'epi-month')
    expect(due()).toEqual([])
    // Nothing signed, nothing to count again.
    expect(point.done(listDueReports, {}).isReviewStale).toBe(false)
    point.moveClock(day)
    expect(due()).toMatchObject([{ key, dueAt: '2026-12-02T17:00:00.000Z', isLate: false, state: null }])
    const reportId = await signed(point)
    point.moveClock(2 * day)
    expect(due()).toMatchObject([{ isLate: true, state: 'signed' }])
    point.done(sendReport, { reportId, by: 'file' })
    expect(due()).toEqual([])
    expect(life(point)).toMatchObject({ dueAt: '2026-12-02T17:00:00.000Z', isLate: true })
  })
})
