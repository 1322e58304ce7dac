import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { PrinterTypes, ThermalPrinter } from 'node-thermal-printer'
import type { DotDocument } from '../../main/printing/document-renderer'
import { openDocumentRenderer } from '../../main/printing/document-renderer'
import { previewPng } from '../../main/printing/preview-png'
import { PrintDesk } from '../../main/printing/print-desk'
import { buildDocument } from '../../src/contract/internal-calls'
import type { DocumentRequest } from '../../src/contract/print-calls'
import { finishObservation } from '../../src/contract/visit-calls'
import { instantOf } from '../../src/domain/calendar/calendar-day'
import { newPrinter, type PrinterSettings } from '../../src/domain/document/printer'
import { fontFolder } from '../helpers/document-samples'
import { givePenta, minuteMs, on, openReadyPoint, register, stockLot } from '../main/services/ready-point'

/*
 * `npm run bench -- print [--runs N]`: from the click to the last byte at the printer, for a slip and a label: facts read,
 * laid out, drawn, in the spool on disk, asked and sent. Beside it node-thermal-printer, which is given the picture ready
 * made and asks nothing. The label in TSPL, ZPL and EPL.
 */
type Timing = { readonly p50: number; readonly p95: number }

/** Runs every case; milliseconds. */
export async function bench(args: readonly string[]) {
  const { values } = parseArgs({ args: [...args], options: { runs: { type: 'string', default: '60' } } })
  const runs = Number(values.runs)
  const folder = mkdtempSync(join(tmpdir(), 'diem-tiem-print-'))
  const printer = await openClockedPrinter()
  const room = openRoom(join(folder, 'point.db'), printer.port)
  const renderer = openDocumentRenderer(fontFolder)
  const results: Record<string, Timing> = {}
  for (const [name, settings, request] of room.cases) {
    const png = previewPng(renderer.drawDots(room.documentOf(request), settings))
    const [ours, theirs] = await measureInTurn(runs, printer, [
      () => room.click(settings, request),
      () => printWithLibrary(png, printer.port),
    ])
    results[name] = ours
    results[`${name}, node-thermal-printer`] = theirs
    console.info(`${name}: ${line(ours)}; node-thermal-printer with a ready picture ${line(theirs)}`)
  }
  await printer.close()
  rmSync(folder, { recursive: true, force: true })
  const ratio = (name: string) =>
    round((results[name]?.p50 ?? 0) / (results[`${name}, node-thermal-printer`]?.p50 ?? 1))
  const ratios = Object.fromEntries(room.cases.map(([name]) => [name, ratio(name)]))
  console.info('ratio of the medians, to be at most 2:', ratios)
  return { results, ratios }
}

/** A point with a database on disk, a child sent home, and a print desk over both. */
function openRoom(file: string, port: number) {
  const point = openReadyPoint({ file })
  const personId = register(point)
  const { visitId } = givePenta(point, personId, stockLot(point, { vaccineCode: 'SII_PENTA' }))
  point.moveClock(30 * minuteMs)
  const next = { on: on('2026-12-22'), slot: 'morning' as const, time: null, labels: ['5 trong 1 mũi 2'] }
  point.done(finishObservation, { visitId, earlyBecause: null, next })
  const renderer = openDocumentRenderer(fontFolder)
  const noPages = () => Promise.reject(new Error('no page is printed here'))
  const desk = new PrintDesk({
    ask: async (call, payload) => point.call(call, payload),
    pagePrinter: { printToPdf: noPages, previewPage: noPages, printPage: noPages },
    openRenderer: async () => renderer,
    fontBase: '',
    clock: () => instantOf(Date.now()),
    newId: point.ports.newId,
    queues: async () => [],
    chooseFile: async () => null,
    onJobChanged: () => {},
    log: text => console.error(text),
  })
  const connection = { kind: 'tcp', host: '127.0.0.1', port } as const
  const slip: PrinterSettings = { ...newPrinter('slip', 'Phiếu', 'slip'), connection }
  const label: PrinterSettings = { ...newPrinter('label', 'Nhãn', 'label'), connection }
  const request = (kind: 'appointment-slip' | 'person-label'): DocumentRequest => ({
    kind,
    personId,
    visitId: kind === 'appointment-slip' ? visitId : null,
    paper: null,
    bilingual: false,
  })
  const labels = (['tspl', 'zpl', 'epl'] as const).map(
    language => [`label ${language}`, { ...label, language }, request('person-label')] as const,
  )
  return {
    cases: [['slip', slip, request('appointment-slip')] as const, ...labels],
    documentOf: ({ kind, personId: of, visitId: at }: DocumentRequest) =>
      point.done(buildDocument, { kind, personId: of, visitId: at, printerId: null }) as DotDocument,
    async click(settings: PrinterSettings, wish: DocumentRequest) {
      point.store.print.savePrinter(settings)
      for (const other of [slip, label])
        if (other.role !== settings.role) point.store.print.removePrinter(other.id)
      await desk.print(wish)
    },
  }
}

/** Prints a ready picture the library's own way. */
async function printWithLibrary(png: Buffer, port: number): Promise<void> {
  const printer = new ThermalPrinter({ type: PrinterTypes.EPSON, interface: `tcp://127.0.0.1:${port}` })
  await printer.printImageBuffer(png)
  printer.cut()
  await printer.execute()
}

const hostStatus =
  '\x02030,0,0,0240,000,0,0,0,000,0,0,0\x03\r\n\x02000,0,0,0,1,2,4,0,00000000,1,000\x03\r\n\x021234,0\x03\r\n'

/** What is asked before and after a job, and the answer of a printer that is ready. */
const answers: readonly (readonly [Buffer, Buffer])[] = [
  [Buffer.from([0x10, 0x04, 0x04]), Buffer.from([0x12])],
  [Buffer.from([0x10, 0x04, 0x02]), Buffer.from([0x12])],
  [Buffer.from([0x1b, 0x21, 0x3f]), Buffer.from([0x00])],
  [Buffer.from('~HS'), Buffer.from(hostStatus, 'latin1')],
]

/** A printer that answers like a real one and knows when the last byte of a connection came. */
async function openClockedPrinter() {
  let ended: (atMs: number) => void = () => {}
  const server = createServer({ allowHalfOpen: true }, socket => {
    let lastMs = 0
    socket.on('data', chunk => {
      const answer = answers.find(([question]) => chunk.equals(question))
      if (answer) socket.write(answer[1])
      else lastMs = performance.now()
      if (chunk.subarray(-3).equals(Buffer.from([0x1d, 0x72, 0x01]))) socket.write(Buffer.from([0x00]))
    })
    socket.on('end', () => socket.end())
    socket.on('error', () => socket.destroy())
    socket.on('close', () => ended(lastMs))
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('a printer on TCP has a port')
  return {
    port: address.port,
    nextEnd: () =>
      new Promise<number>(resolve => {
        ended = resolve
      }),
    close: () => new Promise(resolve => server.close(resolve)),
  }
}

/** Both by turns, so that what else the machine does falls on both. */
async function measureInTurn(
  runs: number,
  printer: Awaited<ReturnType<typeof openClockedPrinter>>,
  [first, second]: readonly [() => Promise<void>, () => Promise<void>],
): Promise<readonly [Timing, Timing]> {
  const times: readonly [number[], number[]] = [[], []]
  for (let run = -3; run < runs; run++) {
    for (const [index, click] of [first, second].entries()) {
      const end = printer.nextEnd()
      const startedMs = performance.now()
      await click()
      const tookMs = (await end) - startedMs
      // The first ones open fonts and compile: they are no click of a morning.
      if (run >= 0) times[index]?.push(tookMs)
    }
  }
  return [summary(times[0]), summary(times[1])]
}

function summary(times: readonly number[]): Timing {
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number) =>
    round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0)
  return { p50: at(0.5), p95: at(0.95) }
}

const line = ({ p50, p95 }: Timing): string => `p50 ${p50} ms, p95 ${p95} ms`
const round = (value: number): number => Math.round(value * 100) / 100
