import { EventEmitter } from 'node:events'
import { describe, expect, test } from 'vitest'
import { type SpoolerApi, spoolRaw } from '../../../main/printing/spool-raw'
import { type RawOrder, type RawProcess, sendToWindowsQueue } from '../../../main/printing/windows-queue'
import { openWinspool } from '../../../main/printing/winspool'

/** A spooler that takes everything, keeps it, and remembers how it was called; parts of it may refuse. */
function openSpooler(refusals: Partial<SpoolerApi> = {}) {
  const calls: string[] = []
  const taken: Buffer[] = []
  const api: SpoolerApi = {
    open: name => name,
    startDocument: () => 7,
    startPage: () => true,
    write(_, bytes) {
      taken.push(Buffer.from(bytes))
      return bytes.length
    },
    endPage: () => true,
    endDocument: () => true,
    abort: () => true,
    close: () => true,
    ...refusals,
  }
  const heard = Object.fromEntries(
    Object.entries(api).map(([name, call]) => [
      name,
      (...args: unknown[]) => {
        calls.push(name)
        return (call as (...a: unknown[]) => unknown)(...args)
      },
    ]),
  ) as SpoolerApi
  return { api: heard, calls, bytes: () => Buffer.concat(taken) }
}

const bytes = Buffer.from(Array.from({ length: 150_000 }, (_, at) => at % 251))

describe('a raw job of the Windows spooler', () => {
  test('every byte is handed over in order, and everything that was opened is closed', () => {
    const spooler = openSpooler()
    expect(spoolRaw(spooler.api, 'XP-80C', 'diem-tiem', bytes)).toEqual({
      state: 'unknown',
      code: 'print.handed-to-system',
    })
    expect(spooler.bytes().equals(bytes)).toBe(true)
    const writes = ['write', 'write', 'write']
    expect(spooler.calls).toEqual([
      'open',
      'startDocument',
      'startPage',
      ...writes,
      'endPage',
      'endDocument',
      'close',
    ])
  })

  test('a spooler that takes less at a time gets the rest again, no byte twice', () => {
    const taken: Buffer[] = []
    const write = (_: unknown, piece: Buffer) => {
      taken.push(Buffer.from(piece.subarray(0, 1_000)))
      return Math.min(1_000, piece.length)
    }
    const spooler = openSpooler({ write })
    expect(spoolRaw(spooler.api, 'XP-80C', 'diem-tiem', bytes).state).toBe('unknown')
    expect(Buffer.concat(taken).equals(bytes)).toBe(true)
  })

  test.each([
    [{ open: () => null }, 'failed', ['open']],
    [{ startDocument: () => 0 }, 'failed', ['open', 'startDocument', 'close']],
    [{ startPage: () => false }, 'failed', ['open', 'startDocument', 'startPage', 'abort', 'close']],
    [{ write: () => 0 }, 'failed', ['open', 'startDocument', 'startPage', 'write', 'abort', 'close']],
    [{ endDocument: () => false }, 'unknown', null],
  ] as const)('refused at %o it is %s', (refusal, state, calls) => {
    const spooler = openSpooler(refusal)
    const ended = spoolRaw(spooler.api, 'XP-80C', 'diem-tiem', bytes)
    expect(ended).toEqual({ state, code: 'printer.queue-refused' })
    if (calls) expect(spooler.calls).toEqual(calls)
  })

  test('refused in the middle it is unknown: the spooler may print while it takes', () => {
    let calls = 0
    const spooler = openSpooler({ write: (_, piece) => (++calls > 1 ? 0 : piece.length) })
    expect(spoolRaw(spooler.api, 'XP-80C', 'diem-tiem', bytes).state).toBe('unknown')
    expect(spooler.calls.slice(-2)).toEqual(['abort', 'close'])
  })
})

describe('the process of a raw job', () => {
  const order: RawOrder = { queueName: 'XP-80C', title: 'diem-tiem', bytes }
  const never = new AbortController().signal

  function openProcess(answer: (child: EventEmitter) => void) {
    const events = new EventEmitter()
    const state = { killed: false, told: null as RawOrder | null }
    const child: RawProcess = {
      once: (event, heard) => void events.once(event, heard),
      kill() {
        state.killed = true
      },
      postMessage(told) {
        state.told = told
        setImmediate(() => answer(events))
      },
    }
    return { state, start: async () => child }
  }

  test('its answer is the end of the job, and it is ended', async () => {
    const { state, start } = openProcess(child =>
      child.emit('message', { state: 'failed', code: 'printer.queue-refused' }),
    )
    expect(await sendToWindowsQueue(order, 1_000, never, start)).toEqual({
      state: 'failed',
      code: 'printer.queue-refused',
    })
    expect(state).toEqual({ killed: true, told: order })
  })

  test('a process that dies, says nothing, or is cancelled leaves the job unknown', async () => {
    const dies = openProcess(child => child.emit('exit', -1))
    expect(await sendToWindowsQueue(order, 1_000, never, dies.start)).toMatchObject({
      code: 'print.interrupted',
    })
    const mute = openProcess(() => {})
    expect(await sendToWindowsQueue(order, 50, never, mute.start)).toEqual({
      state: 'unknown',
      code: 'printer.stalled',
    })
    const cut = openProcess(() => {})
    const ended = await sendToWindowsQueue(order, 5_000, AbortSignal.timeout(50), cut.start)
    expect(ended).toEqual({ state: 'unknown', code: 'print.cancelled' })
    expect([dies, mute, cut].map(({ state }) => state.killed)).toEqual([true, true, true])
  })

  test('cancelled before it began nothing is started', async () => {
    const { state, start } = openProcess(() => {})
    expect(await sendToWindowsQueue(order, 1_000, AbortSignal.abort(), start)).toMatchObject({
      state: 'failed',
    })
    expect(state.told).toBeNull()
  })
})

test.skipIf(process.platform === 'win32')(
  'elsewhere than on Windows there is no such spooler, and it says so',
  () => {
    expect(() => openWinspool()).toThrow(/shared library/u)
  },
)
