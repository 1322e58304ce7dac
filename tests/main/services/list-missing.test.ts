import { expect, test } from 'vitest'
import { recordHistoricalDoses } from '../../../src/contract/dose-calls'
import { listMissing } from '../../../src/contract/missing-calls'
import { on, openReadyPoint, register } from './ready-point'

test('what the national data set still asks for is named for the person and each dose, with where it is filled in', () => {
  const point = openReadyPoint()
  const personId = register(point, { ethnicGroupCode: null })
  const card = { vaccineCode: 'SII_PENTA', givenOn: on('2026-11-20'), statedNumber: 1, lotNumber: null }
  point.done(recordHistoricalDoses, { personId, doses: [{ ...card, placeName: null }] })
  const { person, doses } = point.done(listMissing, { personId })
  expect(person).toContainEqual({ field: 'ethnic-group', at: 'person' })
  expect(doses).toMatchObject([{ givenOn: '2026-11-20', missing: [{ field: 'facility', at: 'dose' }] }])
  expect(point.codes(listMissing, { personId: point.ports.newId() })).toEqual(['person.not-found'])
  point.close()
})
