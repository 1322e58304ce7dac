import { afterEach, describe, expect, test } from 'vitest'
import { openDocumentRenderer } from '../../../main/printing/document-renderer'
import { sendOverTcp, type TcpTarget, type TcpTimes } from '../../../main/printing/tcp-transport'
import {
  fontFolder,
  labelPrinter,
  narrowPrinter,
  sampleLabel,
  sampleSlip,
  slipPrinter,
} from '../../helpers/document-samples'
import { decodeEscpos } from '../../helpers/escpos-decoder'
import { type Behaviour, type FakePrinter, freePort, startFakePrinter } from '../../helpers/fake-printer'
import { decodeTspl } from '../../helpers/tspl-decoder'

const times: TcpTimes = {
  connectMs: 1_000,
  statusMs: 150,
  stallMs: 1_000,
  ackMs: 600,
  noticeMs: 300,
  lingerMs: 300,
}
const renderer = openDocumentRenderer(fontFolder)
const slipBytes = renderer.renderBytes(sampleSlip(), slipPrinter, 1)
const running: FakePrinter[] = []

afterEach(async () => {
  await Promise.all(running.splice(0).map(printer => printer.close()))
})

async function printTo(behaviour: Behaviour, changes: Partial<TcpTarget> = {}, bytes = slipBytes) {
  const printer = await startFakePrinter(behaviour)
  running.push(printer)
  const target: TcpTarget = {
    host: '127.0.0.1',
    port: printer.port,
    language: 'escpos',
    ackMode: 'gs-r',
    ...changes,
  }
  const result = await sendOverTcp(target, bytes, times, new AbortController().signal)
  return { result, received: printer.received() }
}

describe('sendOverTcp', () => {
  test.each([576, 384] as const)(
    'a slip of %i dots arrives dot for dot and is confirmed',
    async widthDots => {
      const printer = widthDots === 576 ? slipPrinter : narrowPrinter
      const { result, received } = await printTo('normal', {}, renderer.renderBytes(sampleSlip(), printer, 1))
      expect(result).toEqual({ state: 'confirmed', paperLow: false })
      const { bits, cuts } = decodeEscpos(received)
      expect(cuts).toBe(1)
      expect(bits.equals(renderer.drawDots(sampleSlip(), printer))).toBe(true)
    },
  )

  test('a label arrives dot for dot; a label printer cannot confirm', async () => {
    const bytes = renderer.renderBytes(sampleLabel(), labelPrinter, 2)
    const { result, received } = await printTo('normal', { language: 'tspl', ackMode: 'none' }, bytes)
    expect(result).toEqual({ state: 'unknown', code: 'printer.acknowledgement-off' })
    const job = decodeTspl(received, 400)
    expect(job).toMatchObject({ size: '50 mm,30 mm', gap: '2 mm,0 mm', copies: 2 })
    expect(job.bits.equals(renderer.drawDots(sampleLabel(), labelPrinter))).toBe(true)
  })

  const labelJob = () => renderer.renderBytes(sampleLabel(), labelPrinter, 1)
  const labels = [
    { behaviour: 'label-prints', result: { state: 'confirmed', paperLow: false }, arrives: true },
    { behaviour: 'label-ends', result: { state: 'unknown', code: 'printer.paper-out' }, arrives: true },
    { behaviour: 'label-open', result: { state: 'failed', code: 'printer.cover-open' }, arrives: false },
    { behaviour: 'no-ack', result: { state: 'unknown', code: 'printer.acknowledgement-off' }, arrives: true },
  ] as const
  test.each(labels)('a TSPL printer that $behaviour: $result', async ({ behaviour, result, arrives }) => {
    const bytes = labelJob()
    const printed = await printTo(behaviour, { language: 'tspl', ackMode: 'none' }, bytes)
    expect(printed.result).toEqual(result)
    expect(printed.received.equals(arrives ? bytes : Buffer.alloc(0))).toBe(true)
  })

  test('a printer that never answers is waited for once, not before every job', async () => {
    const silent = new Set<string>()
    const printer = await startFakePrinter('no-ack')
    running.push(printer)
    const target = {
      host: '127.0.0.1',
      port: printer.port,
      language: 'escpos',
      ackMode: 'none',
      silent,
    } as const
    const tookMs = async () => {
      const startedMs = performance.now()
      await sendOverTcp(target, slipBytes, { ...times, statusMs: 400 }, new AbortController().signal)
      return performance.now() - startedMs
    }
    expect(await tookMs()).toBeGreaterThan(390)
    expect(await tookMs()).toBeLessThan(390)
    expect(printer.jobs().every(job => job.equals(slipBytes))).toBe(true)
  })

  test('a printer that talks all the time receives every one of 20 jobs whole', async () => {
    const big = Buffer.concat(Array.from({ length: 6 }, () => slipBytes))
    for (let job = 0; job < 20; job++) {
      const { result, received } = await printTo('chatty', {}, big)
      expect(result).toEqual({ state: 'confirmed', paperLow: false })
      expect(received.equals(big)).toBe(true)
    }
  })

  test('a slow printer receives everything', async () => {
    const { result, received } = await printTo('slow')
    expect(result.state).toBe('confirmed')
    expect(received.equals(slipBytes)).toBe(true)
  })

  test('a roll near its end prints and says so', async () => {
    expect((await printTo('paper-low')).result).toEqual({ state: 'confirmed', paperLow: true })
  })

  test('an answer counts although the printer resets the line right after it', async () => {
    expect((await printTo('hangs-up')).result).toEqual({ state: 'confirmed', paperLow: false })
  })

  const unknown: readonly { behaviour: Behaviour; code: string }[] = [
    { behaviour: 'never-reads', code: 'printer.no-acknowledgement' },
    { behaviour: 'no-ack', code: 'printer.no-acknowledgement' },
    { behaviour: 'resets', code: 'printer.connection-reset' },
    { behaviour: 'roll-ends', code: 'printer.paper-out' },
    { behaviour: 'closes-early', code: 'printer.closed-early' },
  ]
  test.each(unknown)(
    'a printer that $behaviour leaves the slip unknown: $code',
    async ({ behaviour, code }) => {
      expect((await printTo(behaviour)).result).toEqual({ state: 'unknown', code })
    },
  )

  test('a printer that never reads stalls a job larger than the buffers of the network', async () => {
    const huge = Buffer.alloc(32 * 1024 * 1024)
    expect((await printTo('never-reads', {}, huge)).result).toEqual({
      state: 'unknown',
      code: 'printer.stalled',
    })
  })

  test.each([
    ['paper-out', 'printer.paper-out'],
    ['cover-open', 'printer.cover-open'],
    ['knife-stuck', 'printer.in-error'],
  ] as const)('nothing of the job leaves for a printer that says %s', async (behaviour, code) => {
    const { result, received } = await printTo(behaviour)
    expect(result).toEqual({ state: 'failed', code })
    expect(received).toHaveLength(0)
  })

  test('a refused connection has failed: nothing left', async () => {
    const target: TcpTarget = {
      host: '127.0.0.1',
      port: await freePort(),
      language: 'escpos',
      ackMode: 'gs-r',
    }
    const result = await sendOverTcp(target, slipBytes, times, new AbortController().signal)
    expect(result).toEqual({ state: 'failed', code: 'printer.refused' })
  })

  test.each([
    ['tcp://127.0.0.1', 9100],
    ['127.0.0.1:9100', 9100],
    ['10.0.0', 9100],
    ['127.0.0.1', 0],
    ['127.0.0.1', 70_000],
  ])('the mistyped address %s port %i is refused before anything is opened', async (host, port) => {
    const target: TcpTarget = { host, port, language: 'escpos', ackMode: 'gs-r' }
    const result = await sendOverTcp(target, slipBytes, times, new AbortController().signal)
    expect(result).toEqual({ state: 'failed', code: 'printer.bad-address' })
  })

  test('cancelled before the first byte it has failed, cancelled after it is unknown', async () => {
    const printer = await startFakePrinter('no-ack')
    running.push(printer)
    const target: TcpTarget = { host: '127.0.0.1', port: printer.port, language: 'escpos', ackMode: 'gs-r' }
    const before = await sendOverTcp(target, slipBytes, times, AbortSignal.abort())
    expect(before).toEqual({ state: 'failed', code: 'print.cancelled' })
    expect(printer.connections()).toBe(0)
    const later = AbortSignal.timeout(300)
    const after = await sendOverTcp(target, slipBytes, { ...times, ackMs: 5_000 }, later)
    expect(after).toEqual({ state: 'unknown', code: 'print.cancelled' })
    expect(printer.received().equals(slipBytes)).toBe(true)
  })
})
