import { readFileSync } from 'node:fs'
import { getChart } from '../../../src/contract/dose-calls'
import { getJob, type JobView } from '../../../src/contract/job-calls'
import { applySchedule, previewScheduleFile, previewWithdrawal } from '../../../src/contract/schedule-calls'
import type { TestPoint } from '../../helpers/test-point'
import { on, openReadyPoint, register } from './ready-point'

/** A schedule file of the fixtures as text. */
export const readFixture = (name: string) =>
  readFileSync(new URL(`../../fixtures/schedules/${name}`, import.meta.url), 'utf8')
/** Measles dose 1 at 8 months instead of 9. */
export const good = readFixture('tinh-soi-8-thang.json')
export const reason = 'Công văn chống dịch của Sở Y tế'

/** What main does with a file that was chosen. */
export function preview(point: TestPoint, text: string, fileName = 'tinh.json') {
  return point.done(previewScheduleFile, { fileName, bytes: new TextEncoder().encode(text) })
}

/** Previews and applies a file; answers its id. */
export function apply(point: TestPoint, text: string): string {
  const { token } = preview(point, text)
  return point.done(applySchedule, { token, reason }).fileId
}

export function withdraw(point: TestPoint, fileId: string): void {
  const { token } = point.done(previewWithdrawal, { fileId })
  point.done(applySchedule, { token, reason: 'Hết dịch' })
}

/** The day on which the child's first measles dose is recommended. */
export function measlesOn(point: TestPoint, personId: string): string | null {
  const { chart } = point.done(getChart, { personId, on: null })
  return chart.series.find(({ antigen }) => antigen === 'Measles')?.dates?.recommendedOn ?? null
}

/** The job as it ended. */
export async function finished(point: TestPoint, job: JobView): Promise<JobView> {
  for (;;) {
    const view = point.done(getJob, { jobId: job.jobId })
    if (view.state !== 'running') return view
    await new Promise(resolve => setImmediate(resolve))
  }
}

/** A point with a child of six months. */
export const pointWithChild = () => {
  const point = openReadyPoint()
  const personId = register(point, { birthDate: on('2026-05-10') })
  return { point, personId }
}
