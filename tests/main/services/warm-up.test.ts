import { expect, test } from 'vitest'
import { warmUpSteps } from '../../../main/services/immunization/warm-up'
import { openReadyPoint } from './ready-point'

test('getting ready for the first child goes through the schedule and writes nothing', () => {
  const { ports, store } = openReadyPoint()
  const before = store.version()
  const steps = warmUpSteps(ports)
  expect(steps.length).toBeGreaterThan(3)
  for (const step of steps) step()
  expect(store.version()).toBe(before)
})
