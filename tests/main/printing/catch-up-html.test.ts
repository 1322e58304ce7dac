import { describe, expect, test } from 'vitest'
import { renderCatchUpHtml } from '../../../main/printing/page/catch-up-html'
import { isPageDocument, renderPageHtml } from '../../../main/printing/page/render-page'
import {
  longName,
  sampleCatchUp,
  sampleIssue,
  sampleRecord,
  sampleSlip,
} from '../../helpers/document-samples'

const fontBase = 'https://print.invalid/fonts/'

describe('renderCatchUpHtml', () => {
  test.each(['A4', 'A5'] as const)('%s names its paper, the child, and every visit with its doses', paper => {
    const plan = sampleCatchUp()
    const page = renderCatchUpHtml(plan, { paper, fontBase })
    expect(page).toContain(`@page { size: ${paper} portrait`)
    expect(page).toContain(`<dd>${longName}</dd>`)
    expect(page).toContain('2025 0007 0000 4205')
    for (const visit of plan.visits) {
      for (const fact of [visit.day, visit.age, ...visit.doses.flatMap(it => [it.label, it.diseases])]) {
        expect(page).toContain(fact)
      }
    }
    expect(page).toContain('bOPV mũi 1</b> (uống)')
  })

  test('says that dates hold only if visits are kept, what is left, and that the schedule is a draft', () => {
    const page = renderCatchUpHtml(sampleCatchUp(), { paper: 'A4', fontBase })
    expect(page).toContain('không phải tiêm lại từ đầu')
    expect(page).toContain('Td mũi nhắc (7 tuổi) (Uốn ván): từ 12/03/2032')
    expect(page).toContain('BCG: đã quá tuổi')
    expect(page).toContain('Lịch dự thảo')
    expect(
      renderCatchUpHtml({ ...sampleCatchUp(), isDraft: false }, { paper: 'A4', fontBase }),
    ).not.toContain('Lịch dự thảo')
  })

  test('a plan without visits says that nothing is needed', () => {
    expect(renderCatchUpHtml(sampleCatchUp({ empty: true }), { paper: 'A5', fontBase })).toContain(
      'Đã đủ theo lịch',
    )
  })

  test('a name that is markup stays a name; practice and reprint are marked', () => {
    const name = '<script>alert("x")</script>'
    const page = renderCatchUpHtml(
      { ...sampleCatchUp({ name, practice: true }), reprint: { number: 2, at: sampleIssue.now } },
      { paper: 'A4', fontBase },
    )
    expect(page).not.toContain('<script')
    expect(page.match(/THỰC HÀNH – KHÔNG CÓ GIÁ TRỊ/gu)).toHaveLength(2)
    expect(page).toContain('BẢN IN LẠI 2 · 14/10/2025')
  })
})

test('pages are the record and the plan, each with its own layout', async () => {
  const options = { paper: 'A4', bilingual: false, fontBase } as const
  expect([sampleRecord(), sampleCatchUp(), sampleSlip()].map(isPageDocument)).toEqual([true, true, false])
  expect(await renderPageHtml(sampleCatchUp(), options)).toContain('KẾ HOẠCH TIÊM BÙ')
  expect(await renderPageHtml(sampleRecord(), options)).toContain('PHIẾU THEO DÕI')
})
