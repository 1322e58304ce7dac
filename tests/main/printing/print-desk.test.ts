import { afterEach, describe, expect, test } from 'vitest'
import { openDocumentRenderer } from '../../../main/printing/document-renderer'
import { PrintDesk } from '../../../main/printing/print-desk'
import type { DocumentRequest } from '../../../src/contract/print-calls'
import { instantOf } from '../../../src/domain/calendar/calendar-day'
import { newPrinter, type PrinterSettings } from '../../../src/domain/document/printer'
import { fontFolder } from '../../helpers/document-samples'
import { type Behaviour, type FakePrinter, startFakePrinter } from '../../helpers/fake-printer'
import { openReadyPoint, register } from '../services/ready-point'

const renderer = openDocumentRenderer(fontFolder)
const running: FakePrinter[] = []
afterEach(async () => void (await Promise.all(running.splice(0).map(printer => printer.close()))))

/** A point with a print desk over its real engine and database, and printers that listen. */
async function openRoom(...behaviours: readonly Behaviour[]) {
  const point = openReadyPoint()
  const personId = register(point)
  const printers: FakePrinter[] = []
  for (const behaviour of behaviours) printers.push(await startFakePrinter(behaviour))
  running.push(...printers)
  const ids = printers.map((printer, index) => {
    const connection = { kind: 'tcp', host: '127.0.0.1', port: printer.port } as const
    const settings: PrinterSettings = {
      ...newPrinter(point.ports.newId(), `Máy ${index + 1}`, 'slip'),
      connection,
    }
    point.store.print.savePrinter(settings)
    return settings.id
  })
  const noPages = () => Promise.reject(new Error('no page is printed here'))
  const openDesk = () =>
    new PrintDesk({
      ask: async (call, payload) => point.call(call, payload),
      pagePrinter: { printToPdf: noPages, previewPage: noPages, printPage: noPages },
      openRenderer: async () => renderer,
      fontBase: '',
      clock: () => instantOf(Date.now()),
      newId: point.ports.newId,
      queues: async () => [],
      chooseFile: async () => null,
      onJobChanged: () => {},
      log: line => point.logs.push(line),
    })
  const slip: DocumentRequest = {
    kind: 'appointment-slip',
    personId,
    visitId: null,
    paper: null,
    bilingual: false,
  }
  const noted = () => point.store.records.list('document', {}, 'created_stamp')
  return { point, printers, ids, desk: openDesk(), openDesk, slip, noted }
}

type Room = Awaited<ReturnType<typeof openRoom>>

async function ended(room: Room, jobId: string, desk = room.desk) {
  await expect
    .poll(async () => (await desk.listJobs(50)).find(job => job.jobId === jobId)?.endedAt ?? null, {
      timeout: 5_000,
    })
    .not.toBeNull()
  return (await desk.listJobs(50)).find(job => job.jobId === jobId)
}

describe('PrintDesk', () => {
  test('a slip goes to the printer chosen for it, and the journal has it once', async () => {
    const room = await openRoom('normal', 'normal')
    const [, second = ''] = room.ids
    await room.desk.printers.route({ kind: 'appointment-slip', printerId: second, tray: null })
    const { jobId } = await room.desk.print(room.slip)
    expect(await ended(room, jobId)).toMatchObject({ state: 'confirmed', printerId: second, leftOver: false })
    expect(room.printers.map(printer => printer.jobs().length)).toEqual([0, 1])
    await expect.poll(() => room.noted().length).toBe(1)
  })

  test('a printer that is gone says why; the paper goes to another one unmarked, and only that is in the journal', async () => {
    const room = await openRoom('paper-out', 'normal')
    const [, second = ''] = room.ids
    const { jobId } = await room.desk.print(room.slip)
    expect(await ended(room, jobId)).toMatchObject({ state: 'failed', errorCode: 'printer.paper-out' })
    const again = await room.desk.move(jobId, second)
    expect(await ended(room, again.jobId)).toMatchObject({ state: 'confirmed', reprintOf: jobId })
    await expect.poll(() => room.noted().length).toBe(1)
    const [kept] = room.point.store.print.findJobs({ of: 'one', jobId: again.jobId })
    expect(kept?.document.reprint).toBeNull()
  })

  test('a reprint answers at once, is marked, and is in the journal as one', async () => {
    const room = await openRoom('normal')
    const { jobId } = await room.desk.print(room.slip)
    await ended(room, jobId)
    const again = await room.desk.reprint(jobId)
    expect(await ended(room, again.jobId)).toMatchObject({ state: 'confirmed', reprintOf: jobId })
    await expect.poll(() => room.noted().length).toBe(2)
    expect(JSON.stringify(room.noted())).toContain('"reprint":true')
  })

  test('a restart leaves what waited waiting; one press sends it, once', async () => {
    const room = await openRoom('normal')
    const [printerId = ''] = room.ids
    const { jobId } = await room.desk.print(room.slip)
    await ended(room, jobId)
    const [printed] = room.point.store.print.findJobs({ of: 'one', jobId })
    if (!printed) throw new Error('the job is kept')
    const id = room.point.ports.newId()
    const waiting = { state: 'queued', sentAt: null, settledAt: null, trouble: null } as const
    room.point.store.print.insertJob({ ...printed, ...waiting, id, printerId })
    const restarted = room.openDesk()
    await restarted.recover()
    expect((await restarted.listJobs(10)).find(job => job.jobId === id)).toMatchObject({ leftOver: true })
    expect(room.printers[0]?.jobs()).toHaveLength(1)
    await Promise.all([restarted.sendWaiting(id), restarted.sendWaiting(id)])
    expect(await ended(room, id, restarted)).toMatchObject({ state: 'confirmed', leftOver: false })
    expect(room.printers[0]?.jobs()).toHaveLength(2)
  })

  test('a job on its way is not moved; a paper is not moved to a printer of another kind; a waiting one is cancelled', async () => {
    const room = await openRoom('slow', 'normal')
    const [first = '', second = ''] = room.ids
    const label = { ...newPrinter(room.point.ports.newId(), 'Nhãn', 'label') }
    room.point.store.print.savePrinter(label)
    const one = await room.desk.print(room.slip)
    const two = await room.desk.print(room.slip)
    await expect(room.desk.move(two.jobId, label.id)).rejects.toThrow('print.wrong-printer')
    await room.desk.cancel(two.jobId)
    expect(await ended(room, two.jobId)).toMatchObject({ state: 'failed', errorCode: 'print.cancelled' })
    await ended(room, one.jobId)
    expect(await room.desk.printers.readStates()).toEqual(
      [
        { printerId: first, is: 'ready', errorCode: null, open: 0 },
        { printerId: second, is: 'ready', errorCode: null, open: 0 },
        { printerId: label.id, is: 'trouble', errorCode: 'printer.not-connected', open: 0 },
      ].toSorted((a, b) => (a.printerId < b.printerId ? -1 : 1)),
    )
    expect(room.printers[0]?.jobs().filter(job => job.length > 0)).toHaveLength(1)
  })

  test('copies are one job, as often on paper as was asked for', async () => {
    const room = await openRoom('normal')
    const { jobId } = await room.desk.print({ ...room.slip, copies: 3 })
    expect(await ended(room, jobId)).toMatchObject({ state: 'confirmed' })
    const [bytes = Buffer.alloc(0)] = room.printers[0]?.jobs().filter(job => job.length > 0) ?? []
    const slips = bytes.toString('latin1').split('\x1d\x56').length - 1
    expect(slips).toBe(3)
    await expect.poll(() => room.noted().length).toBe(1)
  })

  test('test page and calibration page go to the printer they are about, and are no papers of the journal', async () => {
    const room = await openRoom('normal')
    const [printerId = ''] = room.ids
    const { jobId } = await room.desk.printTest(printerId)
    expect(await ended(room, jobId)).toMatchObject({ state: 'confirmed', kind: 'test-page' })
    await expect(room.desk.printTest(printerId, 'calibration')).rejects.toThrow('print.wrong-printer')
    expect(room.noted()).toHaveLength(0)
  })
})
