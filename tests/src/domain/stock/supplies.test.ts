import { expect, test } from 'vitest'
import { type Supply, supplyNeeds } from '../../../../src/domain/stock/supplies'

const common = { nameVi: 'x', nameEn: 'x', confirmation: 'unverified' as const, source: 'x' }
const supplies: readonly Supply[] = [
  {
    ...common,
    code: 'SMALL',
    kind: 'syringe',
    use: { per: 'dose', routes: ['ID'], programmes: ['epi'], aboveMl: 0, upToMl: 0.1 },
  },
  {
    ...common,
    code: 'HALF',
    kind: 'syringe',
    use: { per: 'dose', routes: ['IM', 'SC'], programmes: ['epi'], aboveMl: 0.1, upToMl: 0.5 },
  },
  { ...common, code: 'MIXING', kind: 'syringe', use: { per: 'vial', vaccines: ['BCG', 'MR'] } },
  { ...common, code: 'DILUENT', kind: 'diluent', use: { per: 'vial', vaccines: ['BCG'] } },
  { ...common, code: 'BOX', kind: 'safety-box', use: { per: 'syringes', holds: 10 } },
]

test('a syringe a dose by its volume, a mixing syringe and a diluent a vial, a box for so many syringes', () => {
  const needs = supplyNeeds(supplies, {
    doses: [
      { route: 'ID', volumeMl: 0.1, programme: 'epi', count: 6 },
      { route: 'IM', volumeMl: 0.5, programme: 'epi', count: 7 },
      { route: 'IM', volumeMl: 0.5, programme: 'fee', count: 50 },
      { route: 'PO', volumeMl: 0.1, programme: 'epi', count: 9 },
      { route: 'IM', volumeMl: null, programme: 'epi', count: 1 },
    ],
    vials: [
      { vaccineCode: 'BCG', count: 1 },
      { vaccineCode: 'MR', count: 2 },
      { vaccineCode: 'PENTA', count: 5 },
    ],
  })
  expect([...needs]).toEqual([
    ['SMALL', 6],
    ['HALF', 7],
    ['MIXING', 3],
    ['DILUENT', 1],
    ['BOX', 2],
  ])
})

test('a day without work uses up nothing', () => {
  expect(supplyNeeds(supplies, { doses: [], vials: [] }).size).toBe(0)
})
