import { describe, expect, test } from 'vitest'
import { isPageDocument, renderPageHtml } from '../../../main/printing/page/render-page'
import { renderChecklistHtml, renderReferralHtml } from '../../../main/printing/page/screening-html'
import { signsInWords } from '../../../src/domain/document/words'
import { sampleChecklist, sampleReferral } from '../../helpers/screening-samples'
import { formNamed } from '../../src/domain/screening/screening-files'

const fontBase = 'https://print.invalid/fonts/'
const options = { paper: 'A4', fontBase } as const
const ticked = (page: string) => page.split('<span class="box">×</span>').length - 1

describe('the checklist on paper', () => {
  test.each(['A4', 'A5'] as const)('%s has every item of the form with its box, and the child', paper => {
    const page = renderChecklistHtml(sampleChecklist(), { paper, fontBase })
    expect(page).toContain(`@page { size: ${paper} portrait`)
    const form = formNamed('child-outside-hospital')
    for (const { text } of form.items)
      expect(page).toContain(signsInWords(text.vi).replace(/</gu, '&lt;').replace(/>/gu, '&gt;'))
    expect(page).toContain('Nguyễn Hoàng Phương Trúc Quỳnh Anh')
    expect(page).toContain('2025 0007 0000 4205')
    expect(page).toContain('36,8 °C')
    expect(page).toContain('mẫu chưa đối chiếu với phụ lục gốc')
  })

  test('every question has one box ticked, and one conclusion has', () => {
    const page = renderChecklistHtml(sampleChecklist(), options)
    const items = formNamed('child-outside-hospital').items.length
    expect(ticked(page)).toBe(items + 2 + 1)
    expect(page).toContain('Loại vắc xin tiêm chủng lần này: <b>5 trong 1, bOPV</b>')
  })

  test('an item that was not answered has no box ticked', () => {
    const { answers } = sampleChecklist.facts().screening
    const { temperature: _open, ...rest } = answers
    const all = ticked(renderChecklistHtml(sampleChecklist(), options))
    expect(ticked(renderChecklistHtml(sampleChecklist({ answers: rest }), options))).toBe(all - 1)
  })

  test('deferred: the reason in the words of the form, the detail, and the day to come again', () => {
    const page = renderChecklistHtml(sampleReferral.checklist(), options)
    expect(page).toContain('Lý do: 2. Phản vệ độ II')
    expect(page).toContain('Hẹn khám lại: <b>21/10/2025</b>')
    expect(page).not.toContain('Loại vắc xin tiêm chủng lần này')
  })

  test('conclusions about single vaccines and overrides stand on it, with their reasons', () => {
    const page = renderChecklistHtml(sampleChecklist(), options)
    expect(page).toContain('Vắc xin sống: tạm hoãn đến 14/01/2026')
    expect(page).toContain('Rota: người khám quyết định cho tiêm')
    expect(page).toContain('Lý do: Bệnh viện ghi là viêm ruột')
  })

  test('who consented, and who signed when', () => {
    const page = renderChecklistHtml(sampleChecklist(), options)
    expect(page).toContain('Đặng Thị Mỹ Lệ (mẹ) đã được tư vấn và đồng ý tiêm chủng.')
    expect(page).toContain('Người thực hiện sàng lọc')
    expect(page).toContain('Hồi 09 giờ 35 phút, ngày 14 tháng 10 năm 2025')
  })

  test('a newborn form in hospital asks for grams, gestation and the mother’s HBsAg, and has room for the specialist', () => {
    const page = renderChecklistHtml(sampleChecklist.newborn(), options)
    for (const fact of [
      '1900 g',
      '08:15',
      '33 tuần',
      'đã xét nghiệm, âm tính',
      'Khám sàng lọc theo chuyên khoa',
    ])
      expect(page).toContain(fact)
    expect(renderChecklistHtml(sampleChecklist(), options)).not.toContain('chuyên khoa')
  })

  test('head and title are those of the published form, and each box says which items lead to it', () => {
    const inHospital = renderChecklistHtml(sampleChecklist.newborn(), options)
    for (const words of [
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'ĐỐI VỚI TRẺ SƠ SINH TẠI CÁC CƠ SỞ TIÊM CHỦNG THUỘC BỆNH VIỆN',
      'tất cả đều KHÔNG có điểm bất thường',
      'Chống chỉ định tiêm chủng</b> <span class="en">(khi CÓ điểm bất thường tại mục 9)',
      'Tạm hoãn tiêm chủng</b> <span class="en">(khi CÓ điểm bất thường tại mục 1, 2, 3, 4, 5, 6, 7, 8)',
    ])
      expect(inHospital).toContain(words)
    expect(inHospital).not.toContain('Đề nghị khám sàng lọc tại bệnh viện')
    const outside = renderChecklistHtml(sampleChecklist(), options)
    expect(outside).toContain(
      'Đề nghị khám sàng lọc tại bệnh viện</b> <span class="en">(khi CÓ điểm bất thường tại mục 2)',
    )
    expect(outside).toContain(
      'Chống chỉ định tiêm chủng</b> <span class="en">(khi CÓ điểm bất thường tại mục 1, 12)',
    )
    expect(outside).toContain('sốt: nhiệt độ từ 38 °C trở lên; hạ thân nhiệt: nhiệt độ từ 35,5 °C trở xuống')
    expect(outside).not.toMatch(/[≥≤]/u)
  })

  test('a name that is markup stays a name; practice and reprint are marked', () => {
    const paper = sampleChecklist({}, { name: '<script>alert("x")</script>', practice: true })
    const reprint = { number: 2, at: sampleChecklist.facts().issue.now }
    const page = renderChecklistHtml({ ...paper, reprint }, options)
    expect(page).not.toContain('<script')
    expect(page.match(/THỰC HÀNH – KHÔNG CÓ GIÁ TRỊ/gu)).toHaveLength(2)
    expect(page).toContain('BẢN IN LẠI 2')
  })
})

test('the referral says why, what waits, and leaves room for the answer', () => {
  const page = renderReferralHtml(sampleReferral(), options)
  expect(page).toContain('PHIẾU CHUYỂN KHÁM SÀNG LỌC TẠI BỆNH VIỆN')
  expect(page).toContain('2. Phản vệ độ II')
  expect(page).toContain('nổi mề đay, khó thở sau mũi 2')
  expect(page).toContain('<b>Vắc xin đang chờ:</b> 5 trong 1, bOPV')
  expect(page).toContain('Ý kiến của bệnh viện')
  expect(page).toContain('Hẹn trở lại điểm tiêm:</b> 21/10/2025')
})

test('both are pages', async () => {
  for (const document of [sampleChecklist(), sampleReferral()]) {
    expect(isPageDocument(document)).toBe(true)
    const page = await renderPageHtml(document, { ...options, bilingual: false })
    expect(page).toContain('<!doctype html>')
  }
})
