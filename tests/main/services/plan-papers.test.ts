import { expect, test } from 'vitest'
import { isPageDocument, renderPageHtml } from '../../../main/printing/page/render-page'
import type { ExportResult } from '../../../src/contract/export-calls'
import { makeExport, takeExport } from '../../../src/contract/export-calls'
import { buildDocument } from '../../../src/contract/internal-calls'
import { saveHealthWorker, savePlan } from '../../../src/contract/plan-calls'
import { recordResidence } from '../../../src/contract/residence-calls'
import { day } from '../../../src/domain/calendar/calendar-day'
import type { TestPoint } from '../../helpers/test-point'
import { open, request, slots, today, village } from './plan-setting'
import { refusedCodes } from './ready-point'

const asked = {
  kind: 'session-invitations' as const,
  personId: null,
  visitId: null,
  printerId: null,
  on: today,
}

function planned() {
  const { point, people } = village()
  point.done(saveHealthWorker, {
    communeCode: '16378',
    hamlet: 'Thôn 1',
    name: 'Bùi Thị Báo Tin',
    phone: '0912000009',
  })
  point.done(savePlan, request(open(point, { slots: slots(3, 3) })))
  return { point, people }
}

async function pageOf(point: TestPoint): Promise<string> {
  const document = point.done(buildDocument, asked)
  if (!isPageDocument(document)) throw new Error('the invitations are no page')
  return renderPageHtml(document, { paper: 'A4', bilingual: false, fontBase: 'https://print.invalid/fonts/' })
}

test('one paper has a list for each hamlet with its health worker, and a slip for everybody', async () => {
  const { point } = planned()
  const page = await pageOf(point)
  expect(page).toContain('Thôn 1 (2 người)')
  expect(page).toContain('Thôn 2 (2 người)')
  expect(page).toContain('Bùi Thị Báo Tin · 0912 000 009')
  expect(page.match(/GIẤY MỜI TIÊM CHỦNG/gu)).toHaveLength(4)
  for (const fact of ['Trần Văn Ba Tuần', 'Trần Thị Phượng', '07:30', 'BCG', '22/11/2026'])
    expect(page.split(fact).length, fact).toBeGreaterThan(2)
  expect(page).toContain('0912 000 002')
  expect(page).toContain('Mang theo buổi tiêm')
  expect(page).toContain('BCG: 10 liều, 1 lọ, 1 dung môi')
  expect(page).toMatch(/Kho thiếu: Bơm kim tiêm tự khóa 0,1 ml \(BCG\) \d+/u)
})

test('no slip is printed for somebody who died since the plan was saved', async () => {
  const { point, people } = planned()
  point.done(recordResidence, {
    personId: people.newborn,
    state: 'died',
    on: day('2026-11-21'),
    until: null,
    reason: null,
    otherPlace: null,
    note: null,
  })
  const page = await pageOf(point)
  expect(page).not.toContain('Trần Văn Ba Tuần')
  expect(page.match(/GIẤY MỜI TIÊM CHỦNG/gu)).toHaveLength(3)
})

test('a name cannot become a part of the page', async () => {
  const { point } = planned()
  const document = point.done(buildDocument, asked)
  if (document.kind !== 'session-invitations') throw new Error('another paper')
  const hamlet = '<script>x</script>'
  const page = await renderPageHtml(
    { ...document, groups: document.groups.map(group => ({ ...group, hamlet })) },
    { paper: 'A4', bilingual: false, fontBase: 'https://print.invalid/fonts/' },
  )
  expect(page).not.toContain('<script>')
})

test('without a saved plan there is no paper', () => {
  expect(refusedCodes(village().point, buildDocument, asked)).toEqual(['plan.not-found'])
})

test('the list is exported with the health worker and what for', async () => {
  const { point } = planned()
  point.done(makeExport, { of: { list: 'plan', on: today }, format: 'csv' })
  const result = (await point.ended('export.make')).result as ExportResult
  expect(result.rows).toBe(4)
  const { bytes } = point.done(takeExport, { exportId: result.exportId })
  const csv = new TextDecoder().decode(bytes)
  for (const fact of ['Bùi Thị Báo Tin', 'Trần Văn Ba Tuần', '07:30', 'BCG', 'Thôn 2'])
    expect(csv).toContain(fact)
})
