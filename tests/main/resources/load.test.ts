import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { checksOf, loadResources } from '../../../main/resources/load'
import type { CalendarDay } from '../../../src/domain/calendar/calendar-day'

const shipped = new URL('../../../resources', import.meta.url).pathname
const today = '2026-11-22' as CalendarDay
let folder = ''

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'diem-tiem-resources-'))
  for (const part of [
    'aefi',
    'codes',
    'documents',
    'growth',
    'handbook',
    'linkage',
    'import',
    'indicators',
    'practice',
    'province',
    'register-doctor',
    'reports',
    'scan',
    'schedules',
    'screening',
    'session-plan',
    'stock',
    'units',
    'vaccines',
  ])
    cpSync(join(shipped, part), join(folder, part), { recursive: true })
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('every part that ships passes its check', () => {
  const checks = checksOf(loadResources(folder, today))
  expect(checks).toHaveLength(50)
  for (const check of checks) check()
})

test('a part is read once and kept', () => {
  const resources = loadResources(folder, today)
  const { schedules } = resources
  rmSync(join(folder, 'schedules'), { recursive: true })
  expect(resources.schedules).toBe(schedules)
  expect(schedules.on(today).antigens.length).toBeGreaterThan(10)
})

test.each([
  'vaccines/vaccines.json',
  'schedules/vn/catalog.json',
  'schedules/vn/tcmr-2024.json',
  'screening/newborn-in-hospital.json',
  'screening/by-vaccine/rules.json',
  'handbook/programme.json',
  'growth/weight-for-age-0-5y.json',
  'handbook/pregnancy.json',
  'growth/findings.json',
  'handbook/pregnancy.json',
  'units/communes.json',
  'units/before-2025-07.json',
  'units/changes.json',
  'codes/transfer-numbers.json',
  'documents/aftercare-vi.json',
  'province/codes.json',
  'reports/epi-month.json',
  'handbook/birth.json',
  'scan/layouts.json',
  'linkage/weights.json',
  'import/niis-extract.json',
])('damage in %s is found by the checks, at every asking', file => {
  writeFileSync(join(folder, file), '{ "half": ')
  const resources = loadResources(folder, today)
  const runAll = () => {
    for (const check of checksOf(resources)) check()
  }
  expect(runAll).toThrow(SyntaxError)
  expect(runAll).toThrow(SyntaxError)
})

test('a schedule of another shape is refused, not only one that cannot be read', () => {
  writeFileSync(join(folder, 'schedules/vn/catalog.json'), '{ "antigens": [] }')
  const resources = loadResources(folder, today)
  expect(() => resources.schedules).toThrow()
})
