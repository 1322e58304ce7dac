import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Answer } from '../../src/contract/call'
import { type LaunchedApp, launchApp } from '../helpers/electron-app'

let folder: string
let desk: LaunchedApp

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'diem-tiem-security-'))
  desk = await launchApp({ userData: join(folder, 'data'), args: ['--practice'] })
  await desk.window.getByTestId('screen-sign-in').waitFor()
})
afterAll(async () => {
  await desk?.close()
  rmSync(folder, { recursive: true, force: true })
})

/** What a page gets for a call, without anything of ours in between. */
async function callFrom(name: string, envelope: unknown): Promise<Answer<unknown>> {
  const said = await desk.window.evaluate(
    ([call, body]) => window.diemTiem.call(String(call), body as never),
    [name, envelope] as const,
  )
  return JSON.parse(said) as Answer<unknown>
}

describe('what a page may do', () => {
  test('it has the two doors of the bridge, and nothing of Node or Electron', async () => {
    const seen = await desk.window.evaluate(() => ({
      bridge: Object.keys(window.diemTiem).sort(),
      node: ['require', 'process', 'module', 'Buffer', 'global'].filter(name => name in globalThis),
    }))
    expect(seen).toEqual({ bridge: ['call', 'onEvent'], node: [] })
  })

  test('its window is isolated', async () => {
    const settings = await desk.app.evaluate(({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows()
      // Not in Electron's types, but what the window really runs with.
      const contents = window?.webContents as unknown as { getLastWebPreferences: () => unknown }
      return contents.getLastWebPreferences() as Record<string, unknown>
    })
    expect(settings).toMatchObject({ contextIsolation: true, nodeIntegration: false, webSecurity: true })
    expect(settings.webviewTag ?? false).toBe(false)
  })

  test('the content policy stands, inline script stays inert, and nothing leaves for a network', async () => {
    const result = await desk.window.evaluate(async () => {
      const script = document.createElement('script')
      script.textContent = 'window.injected = true'
      document.body.append(script)
      const outward = await fetch('http://127.0.0.1:9/').then(
        () => 'reached',
        () => 'refused',
      )
      const policy = (await fetch('app://diem-tiem/index.html')).headers.get('content-security-policy')
      return { injected: 'injected' in window, outward, policy }
    })
    expect(result.injected).toBe(false)
    expect(result.outward).toBe('refused')
    expect(result.policy).toContain("default-src 'none'")
    expect(result.policy).toContain("script-src 'self'")
    expect(result.policy).not.toContain('unsafe')
  })

  const outside = [
    'app://diem-tiem/..%2f..%2fpackage.json',
    'app://diem-tiem/%2e%2e/%2e%2e/package.json',
    'app://elsewhere/index.html',
    'app://diem-tiem/assets',
  ]
  test.each(outside)('%s is not served', async address => {
    const status = await desk.window.evaluate(
      url =>
        fetch(url).then(
          response => response.status,
          () => 404,
        ),
      address,
    )
    expect(status).toBe(404)
  })

  test('it opens no window, goes nowhere else, downloads nothing and gets no permission', async () => {
    const before = desk.window.url()
    const permission = await desk.window.evaluate(async () => {
      window.open('https://example.invalid/')
      const link = document.createElement('a')
      link.href = 'data:text/plain,x'
      link.download = 'x.txt'
      link.click()
      const position = await new Promise<string>(resolve =>
        navigator.geolocation.getCurrentPosition(
          () => resolve('given'),
          () => resolve('denied'),
        ),
      )
      return { position, notifications: await Notification.requestPermission() }
    })
    await desk.window.evaluate(() => {
      window.location.href = 'https://example.invalid/'
    })
    expect(permission).toEqual({ position: 'denied', notifications: 'denied' })
    expect(desk.app.windows()).toHaveLength(1)
    expect(desk.window.url()).toBe(before)
  })
})

describe('what main answers', () => {
  const requestId = '0190a1b2-0000-7000-8000-0000000000aa'
  const refused = [
    { what: 'a call nobody declared', name: 'person.delete-all', code: 'contract.unknown-call' },
    { what: 'a call of main’s own', name: 'printer.read-all', code: 'contract.unknown-call' },
    { what: 'a call before signing in', name: 'person.list', code: 'user.not-signed-in' },
  ]
  test.each(refused)('$what is refused', async ({ name, code }) => {
    expect(await callFrom(name, { requestId, payload: {} })).toMatchObject({ ok: false, error: { code } })
  })

  test('a request of another shape is refused, and one that names an actor is no exception', async () => {
    for (const envelope of [null, {}, { requestId: 'x', payload: {} }, { requestId, payload: {}, actor: {} }])
      expect(await callFrom('app.get-state', envelope)).toMatchObject({
        ok: false,
        error: { code: 'contract.bad-request' },
      })
  })

  test('a wrong PIN is counted, and after five the user waits', async () => {
    const state = (await callFrom('app.get-state', { requestId, payload: {} })) as {
      ok: true
      value: { users: readonly { userId: string }[] }
    }
    const userId = state.value.users.at(-1)?.userId
    const codes: string[] = []
    for (let attempt = 0; attempt < 6; attempt++) {
      const answer = await callFrom('user.sign-in', { requestId, payload: { userId, pin: '0000' } })
      if (!answer.ok) codes.push(answer.error.code)
    }
    expect(codes).toEqual([...Array<string>(5).fill('user.wrong-pin'), 'user.locked-out'])
  })
})

describe('practice and real data', () => {
  test('lie in different files with different marks', async () => {
    const practice = join(folder, 'data', 'practice', 'diem-tiem.db')
    const real = join(folder, 'data', 'real', 'diem-tiem.db')
    expect(existsSync(practice)).toBe(true)
    expect(existsSync(real)).toBe(false)
    await desk.window.evaluate(() =>
      window.diemTiem.call('app.switch-mode', {
        requestId: crypto.randomUUID(),
        payload: { mode: 'real' },
      }),
    )
    await desk.window.getByTestId('screen-start').waitFor()
    // The marks are in the files once they are closed.
    await desk.close()
    const mark = (file: string) => readFileSync(file).subarray(68, 72).toString('latin1')
    expect([mark(practice), mark(real)]).toEqual(['DTIP', 'DTIR'])
  })

  test('the profile folder holds no name or PIN outside the databases', () => {
    const texts = filesBelow(join(folder, 'data')).filter(file => !file.includes('diem-tiem.db'))
    for (const file of texts) {
      const text = readFileSync(file).toString('latin1')
      expect(text.includes('2580'), file).toBe(false)
      expect(text.includes('Trưởng trạm'), file).toBe(false)
    }
  })
})

function filesBelow(start: string): readonly string[] {
  return readdirSync(start).flatMap(name => {
    const path = join(start, name)
    if (!existsSync(path)) return []
    return statSync(path).isDirectory() ? filesBelow(path) : [path]
  })
}
