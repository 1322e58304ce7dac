import { expect, test } from 'vitest'
import suppliesFile from '../../../../resources/stock/supplies.json'
import vaccinesFile from '../../../../resources/vaccines/vaccines.json'
import { readSupplies } from '../../../../src/contract/stock-file'
import { readVaccines } from '../../../../src/contract/vaccine-file'
import { suppliesToBring } from '../../../../src/domain/session-plan/supplies-to-bring'
import type { BringLine, BringList } from '../../../../src/domain/session-plan/what-to-bring'

const supplies = [...readSupplies(suppliesFile, readVaccines(vaccinesFile)).values()]

function line(vaccineCode: string, diluents: number | null): BringLine {
  const rest = { shortName: vaccineCode, invited: 5, expected: 5, doses: 10, onShelf: 0, missing: 10 }
  return { vaccineCode, ...rest, vials: diluents, diluents }
}

const bring: BringList = {
  lines: [line('BCG_IVAC', 2), line('MRVAC', 3), line('SII_PENTA', null)],
  syringes: { ml01: 6, ml05: 22, other: 4, ml5: 5 },
  safetyBoxes: 1,
  expectedPeople: 20,
}

test('each supply is held against the book, and what is missing is said', () => {
  const onHand = new Map([
    ['SYRINGE_01', 100],
    ['SYRINGE_05', 20],
    ['DILUENT_BCG', 2],
  ])
  const found = suppliesToBring(bring, supplies, onHand)
  expect(found.map(({ code, needed, onHand: there, missing }) => [code, needed, there, missing])).toEqual([
    ['SYRINGE_01', 6, 100, 0],
    ['SYRINGE_05', 22, 20, 2],
    ['SYRINGE_5', 5, 0, 5],
    ['DILUENT_BCG', 2, 2, 0],
    ['DILUENT_MR', 3, 0, 3],
    ['SAFETY_BOX', 1, 0, 1],
  ])
})

test('nothing to bring needs nothing', () => {
  const nothing = { ...bring, lines: [], syringes: { ml01: 0, ml05: 0, other: 0, ml5: 0 }, safetyBoxes: 0 }
  expect(suppliesToBring(nothing, supplies, new Map())).toEqual([])
})
