import { describe, expect, test } from 'vitest'
import { day, instantOf } from '../../../../src/domain/calendar/calendar-day'
import { readAftercareText } from '../../../../src/domain/document/appointment-slip'
import { markReprint, roleOf } from '../../../../src/domain/document/document'
import { buildPersonLabel } from '../../../../src/domain/document/person-label'
import { type PrintJob, papersOf, settle, startSending } from '../../../../src/domain/document/print-job'
import { buildTestPage, vietnameseRows } from '../../../../src/domain/document/test-page'
import {
  cleanText,
  codeOnPaper,
  dayOnPaper,
  momentOnPaper,
  weekdayOnPaper,
} from '../../../../src/domain/document/words'
import { isPersonCode } from '../../../../src/domain/person/person-code'
import {
  aftercare,
  sampleCatchUp,
  sampleIssue,
  sampleLabel,
  samplePerson,
  sampleRecord,
  sampleSlip,
} from '../../../helpers/document-samples'

describe('words', () => {
  test('dates, moments and codes are written as Vietnamese papers write them', () => {
    expect(dayOnPaper(day('2025-03-02'))).toBe('02/03/2025')
    expect(weekdayOnPaper(day('2026-01-12'))).toBe('Thứ Hai, 12/01/2026')
    expect(weekdayOnPaper(day('1969-12-28'))).toBe('Chủ Nhật, 28/12/1969')
    expect(momentOnPaper(instantOf(Date.UTC(2025, 11, 31, 17, 5)))).toBe('00:05 01/01/2026')
    expect(codeOnPaper('2025000700004205')).toBe('2025 0007 0000 4205')
  })

  test('text is composed and holds no control characters', () => {
    expect(cleanText(' Trần\u0000\tThị\u200b  Ánh\r\n'.normalize('NFD'))).toBe('Trần Thị Ánh')
  })
})

describe('buildVaccinationRecord', () => {
  test('doses stand in the order they were given, numbered, with empty cells where nothing is known', () => {
    const record = sampleRecord({ doses: 3 })
    expect(record.doses.map(dose => [dose.order, dose.givenOn])).toEqual([
      [1, '12/03/2025'],
      [2, '29/03/2025'],
      [3, '15/04/2025'],
    ])
    expect(record.doses[0]).toMatchObject({ givenBy: '', reaction: '', historical: true, number: '1' })
    expect(record.hasHistorical).toBe(true)
    expect(record.person.relative).toEqual({
      relation: { vi: 'Mẹ', en: 'Mother' },
      name: 'Đặng Thị Mỹ Lệ',
      detail: '1996 · 0912 345 678',
    })
    expect(record.issuedOn).toBe('2025-10-14')
  })
})

describe('buildCatchUpPaper', () => {
  test('says when to come, how old the child is then, what is given and against what', () => {
    const [first, second] = sampleCatchUp().visits
    expect(first).toEqual({
      order: 1,
      day: 'Thứ Ba, 14/10/2025',
      age: '7 tháng 2 ngày',
      injections: 1,
      doses: [
        { label: '5 trong 1 mũi 1', diseases: 'Viêm gan B, Bạch hầu, Hib', isDrops: false },
        { label: 'bOPV mũi 1', diseases: 'Bại liệt', isDrops: true },
      ],
    })
    expect(second).toMatchObject({ order: 2, day: 'Thứ Sáu, 14/11/2025' })
  })

  test('names what comes after the plan and what is over, and that the schedule is a draft', () => {
    const paper = sampleCatchUp()
    expect(paper.later).toEqual(['Td mũi nhắc (7 tuổi) (Uốn ván): từ 12/03/2032'])
    expect(paper.never).toEqual(['BCG: đã quá tuổi'])
    expect(paper.isDraft).toBe(true)
  })

  test('refuses a child without a name', () => {
    expect(() => sampleCatchUp({ name: ' ' })).toThrow('document.no-name')
  })
})

describe('buildAppointmentSlip', () => {
  test('says what was given, when to come again and why, and what to watch', () => {
    const slip = sampleSlip()
    expect(slip.given[0]).toEqual({ vaccine: '5 trong 1 (DPT-VGB-Hib)', detail: 'mũi 3 · lô SII2208A' })
    expect(slip.next).toMatchObject({ day: 'Thứ Hai, 12/01/2026', slot: 'buổi sáng' })
    expect(slip.next?.reasons).toHaveLength(2)
    expect(slip.returnAtOnce).toEqual(aftercare.returnAtOnce)
    expect(slip.printedAt).toBe('09:35 14/10/2025')
  })

  test('the shipped advice is marked as waiting for a clinician', () => {
    expect(aftercare.confirmation).toBe('unverified')
    expect(aftercare.homeMonitoring.title).toContain('24 giờ')
  })

  const broken = [
    null,
    [],
    {},
    { ...aftercare, confirmation: 'yes' },
    { ...aftercare, returnAtOnce: { title: 'x' } },
  ]
  test.each([...broken, { ...aftercare, homeMonitoring: { title: 'x', lines: [' '] } }])(
    'broken advice %#',
    raw => {
      expect(() => readAftercareText(raw)).toThrow('document.bad-text')
    },
  )
})

describe('buildPersonLabel', () => {
  test('refuses a person without a name and a code that no scanner should meet', () => {
    const build = (changes: Partial<typeof samplePerson>) =>
      buildPersonLabel({ person: { ...samplePerson, ...changes }, issue: { practice: false } })
    expect(() => build({ name: ' ' })).toThrow('document.no-name')
    for (const code of ['', '1234567', '123456789', 'VN20250007', '1'.repeat(22)]) {
      expect(() => build({ code }), code).toThrow('document.bad-code')
    }
    expect(build({}).sex).toBe('Nữ')
  })
})

describe('test page', () => {
  test('its code belongs to nobody, and its rows hold 134 letters with marks', () => {
    const page = buildTestPage({ printer: { name: 'Máy in', role: 'label' }, issue: sampleIssue })
    expect(isPersonCode(page.code)).toBe(false)
    const marked = new Set(vietnameseRows.join('').replace(/[A-Za-z ]/gu, ''))
    expect(marked.size).toBe(134)
    expect(roleOf(page)).toBe('label')
  })

  test('each paper has its kind of printer, and a reprint changes nothing but the mark', () => {
    const papers = [sampleRecord(), sampleCatchUp(), sampleSlip(), sampleLabel()]
    expect(papers.map(roleOf)).toEqual(['page', 'page', 'slip', 'label'])
    const mark = { number: 1, at: sampleIssue.now }
    expect(markReprint(sampleLabel(), mark)).toEqual({ ...sampleLabel(), reprint: mark })
  })
})

describe('print job', () => {
  const queued: PrintJob = {
    id: 'a',
    printerId: 'p',
    personId: null,
    document: sampleLabel(),
    copies: 1,
    state: 'queued',
    requestedAt: sampleIssue.now,
    sentAt: null,
    settledAt: null,
    trouble: null,
    reprintOf: null,
  }

  test('an end never changes, and nothing is confirmed that was not sent', () => {
    const sent = startSending(queued, sampleIssue.now)
    const ended = settle(sent, { state: 'unknown', code: 'printer.stalled' }, sampleIssue.now)
    expect(ended).toMatchObject({ state: 'unknown', trouble: 'printer.stalled' })
    expect(() => settle(ended, { state: 'confirmed' }, sampleIssue.now)).toThrow(RangeError)
    expect(() => settle(queued, { state: 'confirmed' }, sampleIssue.now)).toThrow(RangeError)
    expect(() => startSending(ended, sampleIssue.now)).toThrow(RangeError)
  })

  test('papers are counted over the first job and its reprints, without those that failed', () => {
    const jobs: PrintJob[] = [
      { ...queued, state: 'confirmed' },
      { ...queued, id: 'b', reprintOf: 'a', state: 'failed' },
      { ...queued, id: 'c', reprintOf: 'a', state: 'unknown' },
      { ...queued, id: 'd', state: 'confirmed' },
    ]
    expect(jobs.map(job => papersOf(job, jobs))).toEqual([2, 2, 2, 1])
  })
})
