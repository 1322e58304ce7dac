import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openDatabase } from '../../../main/db/open'
import { createPrintStore } from '../../../main/db/print-store'
import { openDatabaseJobs } from '../../helpers/database-jobs'
import { printStorm } from '../../helpers/print-storm'
import { plain, tempFolder } from '../db/test-files'

/** The long one is a command of its own: `npm run bench -- print-storm`. */
test('70 jobs with random faults, crashes and hands: each is printed once or says why not', async () => {
  const db = openDatabase(join(tempFolder(), 'spool.db'), 'practice', plain)
  const jobs = openDatabaseJobs(createPrintStore(db))
  const { orders, states, crashes, papers, wrong } = await printStorm({ jobs: 70, seed: 20261122, ...jobs })
  db.close()
  expect(wrong).toEqual([])
  expect(crashes).toBe(1)
  const { confirmed = 0, unknown = 0, failed = 0 } = states
  expect(confirmed + unknown + failed).toBe(orders)
  expect(Math.min(confirmed, unknown, failed)).toBeGreaterThan(3)
  expect(papers).toBeGreaterThanOrEqual(confirmed)
})
