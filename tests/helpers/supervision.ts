import type { RequestOf } from '../../src/contract/call'
import { getLinkStatus, joinProvince } from '../../src/contract/link-calls'
import { addUser, setUpPoint } from '../../src/contract/point-calls'
import { notePointStatus, savePointAnswers } from '../../src/contract/supervision-calls'
import type { Instant } from '../../src/domain/calendar/calendar-day'
import type { NewEntry } from '../../src/domain/journal/entry'
import { owedBasis } from '../../src/domain/report/life/report-deadline'
import type { ReportForm } from '../../src/domain/report/report-form'
import type { Difficulty, DifficultyTheme } from '../../src/domain/supervision/difficulty'
import { givePenta, on, pointSetUp, register, stockLot } from '../main/services/ready-point'
import { sentReport } from '../src/domain/exchange/fhir/report-samples'
import { linkHere } from './link-runner'
import type { ProvinceServer } from './province-server/server'
import { openTestPoint, type TestPoint } from './test-point'

/** The points began in October; what is looked at is a day of November. */
const beganAt = '2026-10-15T02:00:00.000Z'
export const supervisedAt = '2026-11-22T01:00:00.000Z' as Instant

/** An invented point in a commune of the province of the tests, which has given a dose in October. */
export function openPoint(name: string, communeCode: string): TestPoint {
  const point = openTestPoint({ runner: linkHere, at: beganAt })
  setUp(point, name, communeCode)
  givePenta(
    point,
    register(point, { birthDate: on('2026-08-10') }),
    stockLot(point, { vaccineCode: 'SII_PENTA' }),
  )
  point.moveClock(Date.parse(supervisedAt) - Date.parse(beganAt))
  return point
}

export const supervisorPin = '7531'
export const supervisorName = 'Người Giám Sát Bịa'

/** The office above, in a database of its own, with somebody who supervises. */
export function openOffice(options: Parameters<typeof openTestPoint>[0] = {}): TestPoint {
  const point = openTestPoint({ runner: linkHere, at: supervisedAt, ...options })
  setUp(point, 'Trung tâm Kiểm soát bệnh tật Bịa', '16378')
  point.done(addUser, { name: supervisorName, role: 'supervisor', pin: supervisorPin })
  return point
}

function setUp(point: TestPoint, name: string, communeCode: string): void {
  const address = { ...pointSetUp.point.address, communeCode, hamlet: null }
  point.done(setUpPoint, { ...pointSetUp, point: { ...pointSetUp.point, name, address } })
  point.actAs('head', 'Trưởng trạm')
}

export const everything: RequestOf<typeof savePointAnswers> = {
  computer: 'yes',
  printer: 'yes',
  internet: 'yes',
  power: 'yes',
  internetKind: 'Cáp quang',
  trainedStaff: 2,
  births: 4,
  dosesOnPaper: 5,
  lastSupervisedOn: on('2026-11-10'),
}

/** Lets a point say how it stands, as its engine does by itself. */
export function sayStatus(point: TestPoint): boolean {
  const request = { requestId: point.ports.newId(), payload: {}, actor: null }
  const answer = point.dispatch(notePointStatus.name, request)
  if (!answer.ok) throw new Error(answer.error.code)
  return (answer.value as { readonly isSaid: boolean }).isSaid
}

/** Every report that is owed for October, signed and sent; answers the id of the one on results. */
export function sendReports(point: TestPoint): string {
  const owed = point.ports.resources.reportForms.filter(
    ({ period, deadline }) => period === 'month' && deadline.kind !== 'none',
  )
  const sent = owed.map(form => ({ formId: form.id, recordId: sendReport(point, form) }))
  return sent.find(({ formId }) => formId === sentReport.formId)?.recordId ?? ''
}

function sendReport(point: TestPoint, form: ReportForm): string {
  const recordId = point.ports.newId()
  const key = { formId: form.id, formVersion: form.version, period: '2026-10', basis: owedBasis(form) }
  const sections = form.id === sentReport.formId ? (sentReport.counted?.sections ?? []) : []
  const body = {
    ...sentReport,
    ...key,
    ...{ version: 1, amends: null, amendReason: null, signedAt: supervisedAt, sentAt: supervisedAt },
    counted: { ...key, sections },
  }
  append(point, { noun: 'report', recordId, verb: 'recorded', body })
  return recordId
}

export async function until(what: () => boolean, seconds = 20): Promise<void> {
  const end = Date.now() + seconds * 1000
  while (!what()) {
    if (Date.now() > end) throw new Error('it never came to that')
    await new Promise(resolve => setTimeout(resolve, 5))
  }
}

/** Everything of a point lies at the server. */
export const sentAll = (point: TestPoint) =>
  until(() => {
    const { waiting, activity } = point.done(getLinkStatus, {})
    return waiting === 0 && activity.phase === 'idle'
  })

export async function join(point: TestPoint, server: ProvinceServer, code: string): Promise<void> {
  point.done(joinProvince, { address: server.base, code, authorityPem: null, proxy: null })
  await until(() => point.done(getLinkStatus, {}).joining?.state !== 'running')
  if (point.done(getLinkStatus, {}).server === null) throw new Error(`${code} was not let in`)
  await sentAll(point)
}

/** A difficulty as somebody at a point writes it; answers its id. */
export function writeDifficulty(point: TestPoint, theme: DifficultyTheme, text: string): string {
  const recordId = point.ports.newId()
  const by = point.actAs('head', 'Trưởng trạm')
  const body: Difficulty = {
    ...{ theme, text, proposal: 'Cần một máy in khác', screen: 'print-jobs', picture: null },
    log: ['08:00 print: no paper'],
    appVersion: '0.1.0',
    ...{ writtenByUserId: by.userId, writtenByName: 'Điều dưỡng Bịa', writtenAt: supervisedAt },
    ...{ state: 'open', answer: null, answeredByName: null, answeredAt: null },
  }
  append(point, { noun: 'difficulty', recordId, verb: 'recorded', body })
  return recordId
}

/** Writes an entry as a use case would. */
function append(point: TestPoint, entry: NewEntry): void {
  const author = { at: point.ports.clock(), userId: null, requestId: null }
  point.store.transaction(() => point.store.journal.append([entry], author))
  point.ports.link.wake()
}

/** What a point knows, as its answers are saved. */
export function answerFor(point: TestPoint, changes: Partial<typeof everything> = {}): void {
  point.actAs('head', 'Trưởng trạm')
  point.done(savePointAnswers, { ...everything, ...changes })
}
