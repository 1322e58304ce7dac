import { describe, expect, test } from 'vitest'
import { html, Markup } from '../../../main/printing/page/markup'
import { columnsOf } from '../../../main/printing/page/record-captions'
import { renderRecordHtml } from '../../../main/printing/page/record-html'
import { renderCalibrationHtml, renderTestHtml } from '../../../main/printing/page/test-html'
import { buildTestPage } from '../../../src/domain/document/test-page'
import { longName, sampleIssue, sampleRecord } from '../../helpers/document-samples'

const fontBase = 'https://print.invalid/fonts/'

describe('html', () => {
  test('escapes every text put in, and nothing that is markup already', () => {
    expect(html`<b title="${'"'}">${`<i>&'`}</b>${html`<i>${1}</i>`}${null}${[html`a`, html`b`]}`.text).toBe(
      '<b title="&quot;">&lt;i&gt;&amp;&#39;</b><i>1</i>ab',
    )
    expect(html`${new Markup('<hr>')}`.text).toBe('<hr>')
  })
})

describe('renderRecordHtml', () => {
  test.each(['A4', 'A5'] as const)(
    '%s names its paper, its fonts, the person and every fact of every dose',
    paper => {
      const record = sampleRecord()
      const page = renderRecordHtml(record, { paper, bilingual: true, fontBase })
      expect(page).toContain(`@page { size: ${paper} portrait`)
      expect(page).toContain(`url('${fontBase}NotoSans-Regular.ttf')`)
      expect(page).toContain(`<dd>${longName}</dd>`)
      expect(page).toContain('2025 0007 0000 4205')
      for (const dose of record.doses) {
        for (const fact of [
          dose.vaccine,
          dose.givenOn,
          dose.lot,
          `HD ${dose.expires}`,
          dose.nextOn,
          dose.reaction,
        ]) {
          expect(page).toContain(fact)
        }
      }
      expect(page).toContain('12/03/2025</b>*')
      expect(page).toContain('Ngày 14 tháng 10 năm 2025')
    },
  )

  test('English stands beside Vietnamese only when asked for', () => {
    const record = sampleRecord()
    expect(renderRecordHtml(record, { paper: 'A4', bilingual: false, fontBase })).not.toContain('Hepatitis B')
    const both = renderRecordHtml(record, { paper: 'A4', bilingual: true, fontBase })
    expect(both).toContain('Hepatitis B')
    expect(both).toContain('PERSONAL VACCINATION RECORD')
  })

  test('a name that is markup stays a name, in the title, the body and the foot', () => {
    const name = '</title><script>alert("x")</script>'
    const page = renderRecordHtml(sampleRecord({ name }), { paper: 'A4', bilingual: false, fontBase })
    expect(page).not.toContain('<script')
    expect(page.match(/&lt;script&gt;/gu)?.length).toBeGreaterThanOrEqual(3)
    expect(page).toContain('default-src &#39;none&#39;')
  })

  test('practice and reprint are marked; an original of real data bears neither', () => {
    const options = { paper: 'A5', bilingual: false, fontBase } as const
    const original = renderRecordHtml(sampleRecord(), options)
    expect(original).not.toContain('THỰC HÀNH')
    expect(original).not.toContain('BẢN IN LẠI')
    const copy = { ...sampleRecord({ practice: true }), reprint: { number: 3, at: sampleIssue.now } }
    const marked = renderRecordHtml(copy, options)
    expect(marked.match(/THỰC HÀNH – KHÔNG CÓ GIÁ TRỊ/gu)).toHaveLength(2)
    expect(marked).toContain('BẢN IN LẠI 3 · 14/10/2025')
  })

  test('a record without doses says so', () => {
    const page = renderRecordHtml(sampleRecord({ doses: 0 }), { paper: 'A4', bilingual: false, fontBase })
    expect(page).toContain('Chưa có mũi tiêm nào được ghi')
    expect(page).not.toContain('* Ghi lại')
  })

  test.each(['A4', 'A5'] as const)('the columns of %s fill the page exactly', paper => {
    expect(columnsOf(paper).reduce((sum, column) => sum + column.widthPercent, 0)).toBe(100)
  })
})

test('the test page of a page printer holds all letters', () => {
  const test = buildTestPage({ printer: { name: 'Máy <A4>', role: 'page' }, issue: sampleIssue })
  const page = renderTestHtml(test, { paper: 'A5', fontBase })
  for (const row of test.alphabet) expect(page).toContain(row)
  expect(page).toContain('Máy &lt;A4&gt;')
})

describe('a page for a printer that draws its paper in askew', () => {
  const marginsOf = (page: string) => /@page \{ size: A\d portrait; margin: ([^}]+) \}/u.exec(page)?.[1]

  test('is moved by its margins: what one side gives the other takes', () => {
    const straight = renderRecordHtml(sampleRecord(), { paper: 'A5', bilingual: false, fontBase })
    expect(marginsOf(straight)).toBe('7mm 8mm 7.5mm 8mm')
    const offsetMm = { x: 2.5, y: -1.5 }
    const moved = renderRecordHtml(sampleRecord(), { paper: 'A5', bilingual: false, fontBase, offsetMm })
    expect(marginsOf(moved)).toBe('5.5mm 5.5mm 9mm 10.5mm')
    expect(moved.slice(moved.indexOf('<body>'))).toBe(straight.slice(straight.indexOf('<body>')))
  })

  test('is set straight by two lines that say where they belong', () => {
    const test = buildTestPage({ printer: { name: 'Máy A4', role: 'page' }, issue: sampleIssue })
    const page = renderCalibrationHtml(test, { paper: 'A4', fontBase, offsetMm: { x: -2, y: 1 } })
    expect(page).toContain('.upright { left: 18mm')
    expect(page).toContain('.level { top: 21mm')
    expect(page).toContain('đúng 20 mm')
  })
})
