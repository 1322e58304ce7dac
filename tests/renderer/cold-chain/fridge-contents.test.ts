import { expect, test } from 'vitest'
import { homelessVaccines } from '../../../renderer/screens/cold-chain/fridge-contents'

const fridge = (vaccineCodes: readonly string[] | null, isActive = true) => ({ vaccineCodes, isActive })

test('a vaccine that no fridge in use names is told, because no breach would reach its lots', () => {
  const shelf = ['BCG_IVAC', 'MRVAC', 'BCG_IVAC', 'SII_PENTA']
  expect(homelessVaccines([fridge(['BCG_IVAC']), fridge(['MRVAC'])], shelf)).toEqual(['SII_PENTA'])
  expect(homelessVaccines([fridge(['BCG_IVAC']), fridge(['MRVAC', 'SII_PENTA'], false)], shelf)).toEqual([
    'MRVAC',
    'SII_PENTA',
  ])
})

test('a fridge that holds all leaves none out', () => {
  expect(homelessVaccines([fridge(['BCG_IVAC']), fridge(null)], ['MRVAC'])).toEqual([])
})
