import { expect, test } from 'vitest'
import { buildDocument } from '../../../src/contract/internal-calls'
import { acceptTransfer } from '../../../src/contract/transfer-calls'
import { openBirthPoint, registerMother } from './birth-setting'
import { openReadyPoint } from './ready-point'

test('a woman who is here already is known as pregnant once her handbook was taken over', () => {
  const { point, motherId } = openBirthPoint()
  const slip = point.done(buildDocument, {
    kind: 'transfer-slip',
    personId: motherId,
    visitId: null,
    printerId: null,
  })
  if (slip.kind !== 'transfer-slip') throw new Error('no slip')
  const there = openReadyPoint()
  const hereId = registerMother(there, { alerts: [] })
  const request = { texts: [...slip.codes], personId: hereId, current: null, notDuplicateOf: [] }
  expect(there.done(acceptTransfer, request)).toMatchObject({ personId: hereId, records: 1 })
  const alerts = there.store.records.find('person', hereId)?.alerts
  expect(alerts).toEqual([{ code: 'pregnant', note: null, notedOn: '2026-04-20' }])
  // Once more changes nothing.
  expect(there.done(acceptTransfer, request)).toMatchObject({ records: 0 })
  expect(there.store.records.find('person', hereId)?.alerts).toEqual(alerts)
})
