import { expect, test } from 'vitest'
import { day } from '../../../../src/domain/calendar/calendar-day'
import { isAlertActive } from '../../../../src/domain/person/alerts'

test.each([
  ['pregnant', '2026-01-10', '2026-01-10', true],
  ['pregnant', '2026-01-10', '2026-11-06', true],
  ['pregnant', '2026-01-10', '2026-11-07', false],
  ['rabies-exposure', '2026-01-10', '2027-01-10', true],
  ['rabies-exposure', '2026-01-10', '2027-01-11', false],
  ['breastfeeding', '2026-01-10', '2028-01-11', false],
  ['allergy', '2006-01-10', '2026-11-07', true],
  ['intussusception', '2025-09-01', '2026-11-07', true],
] as const)('%s noted on %s holds on %s: %s', (code, notedOn, on, isActive) => {
  expect(isAlertActive({ code, notedOn: day(notedOn) }, day(on))).toBe(isActive)
})
