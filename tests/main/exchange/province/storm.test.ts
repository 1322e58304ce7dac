import { expect, test } from 'vitest'
import { runStorm } from '../../../helpers/link-storm/storm'

test('five points in bad weather: every acknowledged dose is at the province exactly once, every refusal is explained, and all points agree about every child', async () => {
  const report = await runStorm({ points: 5, hours: 6, actsPerHour: 3, seed: 20_261_122, killEvery: 40 })
  expect(report.wrong).toEqual([])
  expect(report.acknowledged).toBeGreaterThan(30)
  expect(report.onServer).toBeGreaterThanOrEqual(report.acknowledged)
  expect(Object.keys(report.faults).length).toBeGreaterThan(5)
  expect(report.refusals['link.refused-by-server']).toBeGreaterThan(0)
  expect(report.shared).toBeGreaterThan(0)
  // Of two names written down in one moment one was chosen by a nurse, and it is the one every point has.
  expect(report.quarrels).toBeGreaterThan(0)
  const decided = Object.values(report.settled).reduce((sum, each) => sum + each, 0)
  expect(decided).toBeGreaterThan(0)
}, 180_000)
