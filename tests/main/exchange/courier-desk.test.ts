import { readdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { courierRoot, listFolders, writeStickFile } from '../../../main/exchange/courier/stick-files'
import { readStick, stopStick, writeStick } from '../../../src/contract/courier-calls'
import { aMorning, emptyStick, openTwoPcs, receiverAt } from '../../helpers/courier'

const { a, b } = openTwoPcs()

test('without a stick nothing is read; with one that was pulled out the desk says so', async () => {
  const { stick, clear } = emptyStick()
  await expect(a.desk(readStick)).rejects.toThrow('courier.no-stick')
  await expect(a.look(null)).rejects.toThrow('courier.cancelled')
  expect(await a.look(stick)).toMatchObject({ folders: [] })
  clear()
  await expect(a.desk(readStick)).rejects.toThrow('courier.stick-gone')
  await expect(a.desk(writeStick, { to: receiverAt(a).kid })).rejects.toThrow('courier.not-saved')
  await expect(a.desk(writeStick, { to: 'nobody' })).rejects.toThrow('courier.no-receiver')
  // The PC's own disk has not become the stick.
  await expect(listFolders(stick)).rejects.toThrow()
})

test('a place that cannot be written is said, and leaves nothing half written', async () => {
  const { stick, clear } = emptyStick()
  writeFileSync(courierRoot(stick), 'something else has this name')
  await a.look(stick).catch(() => undefined)
  expect(await writeStickFile(stick, 'x', { name: 'y.dtc', text: 'z' })).toBe('courier.not-saved')
  rmSync(courierRoot(stick))
  expect(await writeStickFile(stick, 'x', { name: 'y.dtc', text: 'z' })).toBeNull()
  expect(readdirSync(path.join(courierRoot(stick), 'x'))).toEqual(['y.dtc'])
  clear()
})

test('writing that was stopped goes on where it was, and one work is done at a time', async () => {
  const { stick, clear } = emptyStick()
  aMorning(a.point)
  const to = receiverAt(a)
  a.onAsk(name => {
    if (name === 'courier.make-card') throw new Error('the PC lost its power')
  })
  await expect(a.write(stick, to)).rejects.toThrow('the PC lost its power')
  a.onAsk(name => {
    if (name === 'courier.plan') void a.desk(stopStick)
  })
  expect(await a.write(stick, to)).toMatchObject({ isStopped: true, files: 0, kept: 1 })
  a.onAsk(() => undefined)
  expect((await b.look(stick)).folders[0]?.notes).toEqual([
    { code: 'courier.cut-off', field: null, params: { missing: 0 } },
  ])
  const first = a.write(stick, to)
  await expect(a.look(stick)).rejects.toThrow('courier.busy')
  expect(await first).toMatchObject({ isStopped: false, kept: 1, files: 0 })
  expect(await b.read(stick)).toMatchObject({ entries: a.point.entries(), notes: [] })
  clear()
})
