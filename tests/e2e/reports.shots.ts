import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { renderReportHtml } from '../../main/printing/page/report-html'
import { headlessFontBase, type PageJob, runPages } from '../../main/printing/page/run-pages'
import { fontFolder } from '../helpers/document-samples'
import { longPaper, samplePaper } from '../helpers/report-samples'
import { resize } from './shots/camera'
import { createStage, pin } from './shots/stage'
import { signIn } from './support/desk'

const root = new URL('../..', import.meta.url).pathname
const stage = createStage('--practice')
afterAll(() => stage.end())
afterEach(context => {
  if (context.task.result?.state === 'fail') console.error(stage.desk().launched.output())
})

test('pages: a month, several sections, a list of many pages', async () => {
  const folder = join(root, 'shots/reports')
  mkdirSync(folder, { recursive: true })
  const { electronExecutable } = JSON.parse(
    readFileSync(join(root, 'node_modules/.diem-tiem/runtime.json'), 'utf8'),
  ) as { readonly electronExecutable: string }
  const papers = { month: samplePaper('month'), mixed: samplePaper('mixed'), long: longPaper() }
  const jobs = Object.entries(papers).map(([name, paper]): PageJob => {
    const html = renderReportHtml(paper, { paper: 'A4', fontBase: headlessFontBase })
    return { html, paper: 'A4', format: 'pdf', out: join(folder, `${name}.pdf`) }
  })
  const script = join(root, '.vite/build/cli/print-pages.cjs')
  await runPages({ electron: electronExecutable, script, fontFolder, jobs })
  for (const { out } of jobs) execFileSync('pdftoppm', ['-r', '80', '-png', out, out.replace(/\.pdf$/u, '')])
  expect(jobs).toHaveLength(3)
}, 240_000)

describe('reports in practice mode', () => {
  test('forms and periods, a report, its names and rule', async () => {
    await stage.open('2026-11-23T01:00:00.000Z')
    const window = stage.window()
    window.setDefaultTimeout(60_000)
    await signIn(stage.desk(), pin)
    await stage.goTo('reports')
    await window.getByTestId('report-form').first().waitFor()
    await stage.shoot('reports-forms', 'report-form')
    await window.getByTestId('report-form').filter({ hasText: 'mở rộng tháng' }).click()
    await window.keyboard.press('ArrowRight')
    await window.keyboard.press('ArrowUp')
    await window.keyboard.press('Enter')
    await window.getByText('Đếm lúc').waitFor({ timeout: 180_000 })
    await stage.shoot('report-month', 'sheet')
    for (const key of ['ArrowDown', 'ArrowRight', 'ArrowRight', 'ArrowDown', 'ArrowDown'])
      await window.keyboard.press(key)
    await stage.shoot('report-cursor', 'sheet')
    await window.keyboard.press('Enter')
    await window.getByTestId('cell-rule').waitFor()
    await window.waitForTimeout(1_500)
    await stage.shoot('report-names', 'cell-dialog')
    await window.keyboard.press('Escape')
    await window.keyboard.press('v')
    await window.getByText('Đếm lúc').waitFor()
    await stage.shoot('report-residence', 'sheet')
    await window.keyboard.press('Control+p')
    await window.getByTestId('print').waitFor()
    await window.waitForTimeout(4_000)
    await window.screenshot({ path: 'shots/report-paper.png' })
    await window.keyboard.press('Escape')
    await resize(window, 1024, 700)
    await stage.shoot('report-narrow', 'sheet')
    await resize(window, 1366, 768)
  }, 400_000)

  test('every other form, as it is when it was just counted', async () => {
    const window = stage.window()
    await stage.goTo('reports')
    const forms = await window.getByTestId('report-form').count()
    for (let index = 0; index < forms; index++) {
      await stage.goTo('reports')
      await window.getByTestId('report-form').nth(index).click()
      const periods = window.getByTestId('report-period-line')
      await window.waitForTimeout(400)
      if ((await periods.count()) === 0) {
        await stage.shoot(`report-form-${index}-none`, 'report-form')
        continue
      }
      await periods.first().click()
      await window.getByText('Đếm lúc').waitFor({ timeout: 60_000 })
      await stage.shoot(`report-form-${index}`, 'sheet')
    }
    expect(stage.cut()).toEqual([])
  }, 400_000)
})
