import { expect, test } from 'vitest'
import { mostLogLines, safeLog, safeLogLine } from '../../../../src/domain/supervision/safe-log'

test.each([
  ['2026-11-27T01:02:03.456Z engine started', '2026-11-27T01:02:03.456Z engine started'],
  ['bug 3FA91C in dose.record: TypeError', 'bug 3FA91C in dose.record: TypeError'],
  [
    'at recordDose main/services/immunization/record-doses.ts:52:17',
    'at … main/services/immunization/record-doses.ts:52:17',
  ],
  ['at Object.handle services/dispatcher.cjs:88:9', 'at Object.handle services/dispatcher.cjs:88:9'],
  ['no person Nguyễn Thị Bịa 0912345678', 'no person …'],
  ['no person Nguyen Thi Bia', 'no person …'],
  ['print "Con bà Bịa" failed after 30 s', 'print … failed after 30 s'],
  ['id 079326000012 taken', 'id … taken'],
  ['born 2026-09-15 at home', 'born … at home'],
  ['url https://tinh.example/fhir/Patient/12', 'url …'],
])('%s is told as %s', (line, told) => {
  expect(safeLogLine(line)).toBe(told)
})

test('the newest lines alone, blank ones left out', () => {
  const lines = Array.from({ length: 50 }, (_, at) => `line ${at}\n`)
  const told = safeLog(lines)
  expect(told).toHaveLength(mostLogLines)
  expect(told.at(-1)).toBe('line 49')
})
