import { describe, expect, test } from 'vitest'
import { sentenceOf } from '../../../renderer/components/sentences'
import { applySchedule } from '../../../src/contract/schedule-calls'
import { refusedCodes } from './ready-point'
import { good, pointWithChild, preview, readFixture, reason } from './schedule-setting'

describe('a file with faults', () => {
  test('is refused with the line of each fault and a sentence that says what to write', () => {
    const { point } = pointWithChild()
    const seen = preview(point, readFixture('tinh-co-loi.json'))
    expect(seen.difference).toBeNull()
    expect(seen.problems.map(sentenceOf)).toEqual([
      'Dòng 5: Chưa có phiên bản “TCMR-2026C” để dựa vào. Có phải “TCMR-2026A”?',
      'Dòng 8: “2026-11-31” không phải ngày có thật. Viết năm-tháng-ngày như “2026-07-01”.',
      'Dòng 19: “8 moons” không phải khoảng thời gian. Viết như “12 months” hoặc “18 months - 4 days”.',
      'Dòng 19: Không có trường “earlyRec”. Xóa trường này hoặc xem lại cách viết.',
    ])
    expect(seen.problems[2]).toMatchObject({
      line: 19,
      column: 33,
      field: 'antigens.Measles.series.0.doses.0.age.0.absMin',
    })
    const { token } = seen
    expect(refusedCodes(point, applySchedule, { token, reason })).toEqual(['schedule-file.has-problems'])
  })

  test.each([
    [
      'names that point nowhere and limits that contradict each other',
      (text: string) =>
        text
          .replace('"MVVAC", "beginAge": "8 months", "endAge"', '"MVAC", "beginAge": "8 months", "endAge"')
          .replace(
            '"max": "18 years" }],\n            "intervals"',
            '"max": "12 months" }],\n            "intervals"',
          )
          .replace('"from": "previous"', '"from": { "target": 2 }'),
      [
        'Dòng 21: Không có vắc xin mã “MVAC”. Có phải “MVVAC”?',
        'Dòng 33: “12 months” ở tối đa (max) đứng trước “18 months” ở khuyến cáo từ (earliestRec). Sửa một trong hai.',
        'Dòng 34: Mũi 2 tính khoảng cách từ mũi 2 không đứng trước nó. Chọn mũi đứng trước.',
      ],
    ],
    [
      'a list and an antigen that do not exist',
      (text: string) => text.replace('"mmrFrom12Months"', '"mmrFrom12Month"'),
      ['Dòng 27: Không có danh sách vắc xin “mmrFrom12Month”. Có phải “mmrFrom12Months”?'],
    ],
    [
      'an antigen that does not exist, at its name',
      (text: string) => text.replace('"Measles": {', '"Meales": {'),
      ['Dòng 15: Không có kháng nguyên “Meales”. Có phải “Measles”?'],
    ],
    [
      'products that do not protect against the antigen',
      (text: string) => text.replace('"list": "mmrFrom12Months"', '"vaccine": "BCG_IVAC"'),
      ['Dòng 27: Vắc xin “BCG_IVAC” không tính cho “Measles”. Bỏ mã này hoặc đặt sang kháng nguyên khác.'],
    ],
    [
      'a risk series for nobody',
      (text: string) => text.replace('"type": "standard"', '"type": "risk"'),
      [
        'Dòng 16: Loạt mũi nguy cơ “Measles-TCMR” chưa có chỉ định. Thêm indications, hoặc đổi type thành "standard".',
      ],
    ],
    [
      'a code of a series that another antigen has',
      (text: string) => text.replace('"Measles-TCMR"', '"Rubella-TCMR"'),
      ['Dòng 16: Mã loạt mũi “Rubella-TCMR” đã dùng ở chỗ khác. Đặt mã khác.'],
    ],
    [
      'a version that stands on itself, and ends before it begins',
      (text: string) => text.replace('"basedOn": "TCMR-2026B"', '"basedOn": "TCMR-THANH-HOA"'),
      [
        'Dòng 5: Phiên bản không thể dựa vào chính nó, hay vào bản dựa vào nó (“TCMR-THANH-HOA”). Đổi basedOn.',
      ],
    ],
    [
      'an end before the beginning',
      (text: string) => text.replace('"validTo": null', '"validTo": "2026-10-01"'),
      ['Dòng 9: “2026-10-01” ở “validTo” đứng trước “2026-11-01” ở “validFrom”. Sửa một trong hai.'],
    ],
    [
      'a signature without a name',
      (text: string) => text.replace('"unconfirmed"', '"confirmed"'),
      [
        'Dòng 12: Ghi là đã xác nhận nhưng không có tên người xác nhận. Ghi tên ở confirmedBy, hoặc để "unconfirmed".',
      ],
    ],
    [
      'a field that is missing, one of the wrong type, one that allows few values, one left empty',
      (text: string) =>
        text
          .replace('  "legalBasis": "Công văn bịa ra để thử phần mềm, không phải văn bản thật",\n', '')
          .replace('"group": 1', '"group": "1"')
          .replace('"rollOut": "nationwide"', '"rollOut": "everywhere"')
          .replace('"Measles dose {n}"', '""'),
      [
        'Dòng 1: Thiếu trường “legalBasis”. Thêm trường này.',
        'Dòng 14: “everywhere” không dùng được cho “rollOut”. Chọn một trong: nationwide, partial.',
        'Dòng 15: Trường “group” sai kiểu. Cần số.',
        'Dòng 17: Trường “en” để trống. Ghi ít nhất một giá trị.',
      ],
    ],
    [
      'no JSON',
      (text: string) => text.replace('"code":', '“code”:'),
      ['Dòng 4: Dấu nháy “code” không dùng được. Thay bằng dấu ngoặc kép thẳng ".'],
    ],
    [
      'another kind of file',
      (text: string) => text.replace('"programme"', '"catalog"'),
      [
        'Dòng 3: Tệp này không phải một phần lịch tiêm (format 2, kind “catalog”). Cần "format": 2 và "kind": "programme" hoặc "supplement".',
      ],
    ],
  ])('%s', (_, change, sentences) => {
    const { point } = pointWithChild()
    const text = change(good)
    expect(text).not.toBe(good)
    expect(preview(point, text).problems.map(sentenceOf)).toEqual(sentences)
  })
})
