import { beforeEach, describe, expect, test, vi } from 'vitest'
import { listen, type Request } from '../../../main/ipc/listen'
import { allCalls } from '../../../src/contract/all-calls'
import type { Actor } from '../../../src/contract/call'
import { refuse } from '../../../src/contract/errors'

/** Electron runs in the end-to-end tests; here only its post box stands in, so that strangers can be tried. */
const box = vi.hoisted(() => ({
  handle: (..._: unknown[]): Promise<unknown> => Promise.reject(new Error('nobody listens')),
}))
vi.mock('electron', () => ({
  ipcMain: {
    handle: (_channel: string, handler: (...parts: unknown[]) => Promise<unknown>) => {
      box.handle = handler
    },
  },
}))

const origin = 'app://diem-tiem'
const window = { id: 'the window' }
const wall = { id: 'the screen on the wall' }
const ours = { sender: window, senderFrame: { origin, parent: null } }
const requestId = '0190a1b2-0000-7000-8000-000000000006'
const head: Actor = { userId: requestId, name: 'Trưởng trạm', role: 'head' }

let actor: Actor | null
let passedOn: Request[]
let served: Request[]
let logs: string[]
let serve: (request: Request) => Promise<{ ok: true; value: unknown }>

beforeEach(() => {
  actor = head
  passedOn = []
  served = []
  logs = []
  serve = async request => {
    served.push(request)
    return { ok: true, value: {} }
  }
  listen({
    origin,
    trusted: () => window as never,
    actor: () => actor,
    onlooker: { contents: () => wall as never, calls: new Set(['queue.get-call-screen', 'visit.open']) },
    log: line => logs.push(line),
    serveHere: request => serve(request),
    serveInEngine: async request => {
      passedOn.push(request)
      return '{"ok":true,"value":{}}'
    },
  })
})

async function call(name: unknown, raw: unknown = { requestId, payload: {} }, event: unknown = ours) {
  return JSON.parse(String(await box.handle(event, name, raw))) as unknown
}
const refusedWith = (code: string) => ({ ok: false, error: { code } })

describe('who is heard', () => {
  const strangers = [
    { who: 'another window', event: { ...ours, sender: { id: 'another' } } },
    { who: 'a frame inside the window', event: { ...ours, senderFrame: { origin, parent: {} } } },
    {
      who: 'a page from elsewhere',
      event: { ...ours, senderFrame: { origin: 'https://example.org', parent: null } },
    },
    { who: 'a frame that is gone', event: { ...ours, senderFrame: null } },
  ]
  test.each(strangers)('not $who', async ({ event }) => {
    const answer = await call('person.search', { requestId, payload: {} }, event)
    expect(answer).toMatchObject(refusedWith('contract.untrusted-sender'))
    expect([...passedOn, ...served]).toEqual([])
  })

  test('our window: what the engine serves goes on to it, with who is signed in', async () => {
    expect(await call('person.search')).toEqual({ ok: true, value: {} })
    expect(passedOn).toMatchObject([{ call: { name: 'person.search' }, requestId, actor: head }])
  })
})

describe('what is heard', () => {
  const internal = [...allCalls.values()].filter(({ audience }) => audience === 'internal')
  test.each(internal)('not $name, which only main may make', async ({ name }) => {
    expect(await call(name)).toMatchObject(refusedWith('contract.unknown-call'))
    expect([...passedOn, ...served]).toEqual([])
  })

  test.each(['person.erase', 42, null])('not %s, which nobody knows', async name => {
    expect(await call(name)).toMatchObject(refusedWith('contract.unknown-call'))
  })

  const malformed = [null, {}, { requestId: 'x', payload: {} }, { requestId, payload: {}, actor: head }]
  test.each(malformed)('not an envelope like %j', async raw => {
    expect(await call('person.search', raw)).toMatchObject(refusedWith('contract.bad-request'))
    expect(passedOn).toEqual([])
  })
})

describe('what main serves itself', () => {
  const restricted = [...allCalls.values()].filter(
    ({ servedBy, audience }) => servedBy === 'main' && audience !== 'anyone',
  )
  test.each(restricted)('$name is refused to somebody who has not signed in', async ({ name }) => {
    actor = null
    expect(await call(name)).toMatchObject(refusedWith('user.not-signed-in'))
    expect(served).toEqual([])
  })

  test.each(restricted.filter(({ audience }) => Array.isArray(audience) && !audience.includes('supervisor')))(
    '$name is refused to a supervisor',
    async ({ name }) => {
      actor = { ...head, role: 'supervisor' }
      expect(await call(name)).toMatchObject(refusedWith('user.not-allowed'))
      expect(served).toEqual([])
    },
  )

  test('a wrong shape does not reach the work', async () => {
    const raw = { requestId, payload: { mode: 'neither' } }
    expect(await call('app.switch-mode', raw)).toMatchObject(refusedWith('contract.bad-request'))
    expect(served).toEqual([])
  })

  test('trouble comes back with its code, a bug without its message', async () => {
    serve = async () => refuse('print.no-printer')
    const raw = { requestId, payload: { mode: 'practice' } }
    expect(await call('app.switch-mode', raw)).toMatchObject(refusedWith('print.no-printer'))
    serve = async () => {
      throw new TypeError('of Nguyễn Thị Ánh Ngọc')
    }
    const answer = await call('app.switch-mode', raw)
    expect(answer).toMatchObject(refusedWith('engine.internal'))
    expect(JSON.stringify(answer)).not.toContain('Ngọc')
    expect(logs).toHaveLength(1)
  })
})

describe('main’s own writes', () => {
  const print = (id: string) =>
    call('document.print', {
      requestId: id,
      payload: {
        kind: 'person-label',
        personId: requestId,
        visitId: null,
        paper: null,
        bilingual: false,
      },
    })
  const otherId = '0190a1b2-0000-7000-8000-000000000007'

  test('the same request sent twice is done once, also while the first is under way', async () => {
    const answers = await Promise.all([print(requestId), print(requestId)])
    answers.push(await print(requestId))
    expect(served).toHaveLength(1)
    expect(answers).toEqual([
      { ok: true, value: {} },
      { ok: true, value: {} },
      { ok: true, value: {} },
    ])
    await print(otherId)
    expect(served).toHaveLength(2)
  })

  test('what was refused may be tried again', async () => {
    serve = async request => {
      served.push(request)
      if (served.length === 1) refuse('print.no-printer')
      return { ok: true, value: {} }
    }
    expect(await print(requestId)).toMatchObject({ ok: false, error: { code: 'print.no-printer' } })
    expect(await print(requestId)).toEqual({ ok: true, value: {} })
  })
})

describe('the screen on the wall', () => {
  const fromWall = { ...ours, sender: wall }
  test('may read what it shows, and is nobody', async () => {
    await call('queue.get-call-screen', undefined, fromWall)
    expect(passedOn).toMatchObject([{ call: { name: 'queue.get-call-screen' }, actor: null }])
  })
  test.each([
    'person.search',
    'session.get-board',
    'app.get-state',
    'visit.open',
    'user.sign-in',
    'queue.call',
  ])('not %s', async name => {
    expect(await call(name, undefined, fromWall)).toMatchObject(refusedWith('contract.unknown-call'))
    expect([...passedOn, ...served]).toEqual([])
  })
  test('a frame inside it is a stranger', async () => {
    const answer = await call('queue.get-call-screen', undefined, {
      sender: wall,
      senderFrame: { origin, parent: {} },
    })
    expect(answer).toMatchObject(refusedWith('contract.untrusted-sender'))
  })
})
