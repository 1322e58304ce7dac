import { expect, test } from 'vitest'
import { compareRebuild } from '../../../main/db/compare-rebuild'
import { startJob } from '../../../src/contract/job-calls'
import {
  checkReportCall,
  confirmReportSigner,
  getReportLife,
  listDueReports,
  sendReport,
  signReport,
  withdrawReport,
} from '../../../src/contract/report-life-calls'
import { seededRandom } from '../../../src/domain/exchange/random'
import type { ReportKey } from '../../../src/domain/report/report-form'
import { note } from '../../helpers/handbook-records'
import type { TestPoint } from '../../helpers/test-point'
import { openJoined, openServer, serverClock, sync } from './pull-setting'

const key: ReportKey = { formId: 'epi-month', period: '2026-10', basis: 'place' }

async function signed(point: TestPoint): Promise<string> {
  point.done(startJob, { job: { name: 'report.prepare', key } })
  expect(await point.ended('report.prepare')).toMatchObject({ state: 'done' })
  const { reportId, findings } = point.done(checkReportCall, { key, reasons: [] })
  expect(findings).toEqual([])
  const userId = point.done(getReportLife, { key }).signers[0]?.userId ?? ''
  const { signatureId } = point.done(confirmReportSigner, { userId, pin: '2580' })
  point.done(signReport, { reportId, signatureId })
  return reportId
}

type Stored = { readonly id: string; readonly status: string; readonly group?: readonly object[] }

/** What whoever supervises says of a report, at a point that has seen it at the server. */
function answer(
  above: TestPoint,
  about: { reportId: string; serverId: string },
  verdict: 'accepted' | 'refused',
) {
  above.store.link.noteVersion(`MeasureReport/${about.reportId}`, about.serverId, '1')
  note(above, 'supervisor-answer', {
    about: 'report',
    aboutId: about.reportId,
    pointId: above.store.point()?.id ?? '',
    verdict,
    text: verdict === 'refused' ? 'Thiếu số hoãn' : null,
    byUserId: above.actAs('supervisor', 'Người Giám Sát').userId,
    byName: 'Người Giám Sát',
    at: above.ports.clock(),
  })
  above.ports.link.wake()
}

test('a sent report is at the province as a MeasureReport; the answer comes back; a withdrawal is seen there', async () => {
  const server = await openServer()
  const [point, above] = [await openJoined(server, 'mot'), await openJoined(server, 'hai')]
  const reportId = await signed(point)
  await sync(point)
  const held = () => server.repository.all('MeasureReport') as unknown as readonly Stored[]
  expect(held()).toEqual([])
  point.done(sendReport, { reportId, by: 'link' })
  await sync(point)
  expect(held()).toMatchObject([{ status: 'complete' }])
  const serverId = held()[0]?.id ?? ''
  const life = () => point.done(getReportLife, { key }).versions[0]

  answer(above, { reportId, serverId }, 'refused')
  await sync(above)
  await sync(point)
  expect(life()).toMatchObject({ state: 'refused', answer: 'Thiếu số hoãn (Người Giám Sát)' })
  // What came in from the server is not sent back.
  expect(held()).toHaveLength(1)
  // The later of two answers holds.
  serverClock.passedMs = 60_000
  for (const each of [point, above]) each.moveClock(60_000)
  answer(above, { reportId, serverId }, 'accepted')
  await sync(above)
  await sync(point)
  expect(life()).toMatchObject({ state: 'accepted' })
  expect(point.done(listDueReports, {}).lines.filter(line => line.key.formId === 'epi-month')).toEqual([])

  point.done(withdrawReport, { reportId, reason: 'Nhầm kỳ' })
  await sync(point)
  expect(held()).toMatchObject([{ id: serverId, status: 'error' }])
  expect(JSON.stringify(held())).toContain('Nhầm kỳ')
  expect(compareRebuild(point.db, seededRandom(42))).toEqual([])
})
