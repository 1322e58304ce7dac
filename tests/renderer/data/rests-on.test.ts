import { expect, test } from 'vitest'
import { isLasting, mayChange } from '../../../renderer/data/rests-on'
import { allCalls } from '../../../src/contract/all-calls'

test('what the frame shows is read again when its records change, and not with every save', () => {
  expect(mayChange('fridge.list', ['fridge-reading'])).toBe(true)
  expect(mayChange('fridge.list', ['visit', 'dose'])).toBe(false)
  expect(mayChange('schedule.list', ['dose', 'schedule-file'])).toBe(true)
  expect(mayChange('printer.list', ['dose'])).toBe(false)
})

test('a read that nobody named is read again after every save', () => {
  expect(mayChange('session.get-board', ['visit'])).toBe(true)
  expect(mayChange('immunization.get-chart', ['import-profile'])).toBe(true)
})

test('what ships with the application is read once', () => {
  const lasting = [...allCalls.keys()].filter(isLasting)
  expect(lasting.sort()).toEqual([
    'code.list-ethnic-groups',
    'pregnancy.get-rules',
    'unit.list-communes',
    'unit.list-provinces',
    'vaccine.list',
  ])
  expect(lasting.some(call => mayChange(call, ['point']))).toBe(false)
})
