import { existsSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '../../../main/db/driver'
import { openDatabase } from '../../../main/db/open'
import { digestTables, rebuildTables } from '../../../main/db/rebuild'
import { verifyJournal } from '../../../main/db/verify-journal'
import { openPowerCutBench, type PowerCut, type PowerCutBench } from '../../helpers/power-cut/run-writer'

/*
 * Killing a process loses nothing that the operating system holds, so it says nothing about a power cut. Here a shim
 * keeps what was synced, and only that is opened afterwards. Linux only: the shim is preloaded.
 */
describe.skipIf(process.platform !== 'linux')('a power cut', () => {
  let bench: PowerCutBench

  beforeAll(async () => {
    bench = await openPowerCutBench()
  }, 60_000)
  afterAll(() => bench.close())

  function survivors(db: Database, { acknowledged }: PowerCut): number {
    const isThere = db.prepare(
      'SELECT 1 FROM person JOIN dose ON dose.person_id = person.id WHERE person.id = ?',
    )
    return acknowledged.filter(personId => isThere.get(personId) !== undefined).length
  }

  const cases = [
    { what: 'after the first answer', count: 1, keyHex: null },
    { what: 'before the log was written back', count: 40, keyHex: null },
    { what: 'after the log was written back several times', count: 400, keyHex: null },
    { what: 'of an encrypted file', count: 150, keyHex: '5e'.repeat(32) },
  ]
  test.each(cases)('loses nothing that was answered: $what', async ({ count, keyHex }) => {
    const cut = await bench.cutAfter(count, { mode: 'full', keyHex })
    expect(cut.acknowledged.length).toBeGreaterThanOrEqual(count)
    const db = openDatabase(cut.file, 'real', { nativeBinding: null, keyHex })
    expect(survivors(db, cut)).toBe(cut.acknowledged.length)
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok')
    expect(verifyJournal(db).faults).toEqual([])
    const stored = digestTables(db)
    rebuildTables(db)
    expect(digestTables(db)).toEqual(stored)
    db.close()
  })

  test('the control: with synchronous NORMAL, answered writes are lost, so the test can see a loss', async () => {
    const cut = await bench.cutAfter(400, { mode: 'normal', keyHex: null })
    // What survives depends on where the log was last written back; what came after it is gone.
    const db = existsSync(cut.file)
      ? openDatabase(cut.file, 'real', { nativeBinding: null, keyHex: null })
      : null
    const left = db ? survivors(db, cut) : 0
    db?.close()
    expect(left).toBeLessThan(cut.acknowledged.length)
  })
})
