import { expect, test } from 'vitest'
import vaccinesFile from '../../../../resources/vaccines/vaccines.json'
import { readVaccines } from '../../../../src/contract/vaccine-file'
import { day } from '../../../../src/domain/calendar/calendar-day'
import { deferredProducts } from '../../../../src/domain/immunization/deferred-doses'

const vaccines = readVaccines(vaccinesFile)
const penta = {
  state: 'deferred' as const,
  on: day('2026-11-22'),
  until: day('2026-12-05'),
  antigens: ['Diphtheria', 'Tetanus', 'Pertussis', 'HepB', 'Hib'],
  reason: 'Hết vắc xin',
}
const held = (changes: Partial<Parameters<typeof deferredProducts>[0][number]>, on = '2026-11-23') =>
  deferredProducts([{ ...penta, ...changes }], [], vaccines, day(on))

test('products with an antigen of the dose wait until its day; others do not', () => {
  const [hold] = held({})
  expect(hold).toMatchObject({ conclusion: 'deferred', until: '2026-12-05', text: { vi: 'Hết vắc xin' } })
  expect(hold?.vaccineCodes).toEqual(expect.arrayContaining(['SII_PENTA', 'HEXAXIM', 'GENEHBVAX_05']))
  expect(hold?.vaccineCodes).not.toContain('MVVAC')
})

test('nothing waits on the day itself, before it was put off, or for another reason', () => {
  expect(held({}, '2026-12-05')).toEqual([])
  expect(held({}, '2026-11-21')).toEqual([])
  expect(held({ state: 'refused', until: null })).toEqual([])
})

test('what another dose has brought since waits no more', () => {
  const polio = { ...penta, antigens: ['IPV', 'Polio'] }
  const code = [...vaccines.values()].find(({ antigens }) => antigens.join() === 'Polio')?.code ?? ''
  const [hold] = deferredProducts([polio], [{ vaccineCode: code, givenOn: penta.on }], vaccines, penta.on)
  expect(hold?.vaccineCodes).not.toContain(code)
  expect(hold?.vaccineCodes.length).toBeGreaterThan(0)
})
