import type { Page } from 'playwright-core'
import type { Answer } from '../../../src/contract/call'

/** Asks the engine as the window's own code does. Throws with the code of the answer when it is refused. */
export async function ask<T>(window: Page, name: string, payload: unknown): Promise<T> {
  const said = await window.evaluate(
    ([call, body]) =>
      globalThis.window.diemTiem.call(String(call), { requestId: crypto.randomUUID(), payload: body }),
    [name, payload] as const,
  )
  const answer = JSON.parse(said) as Answer<T>
  if (answer.ok) return answer.value
  throw new Error(`${name}: ${JSON.stringify(answer.error)}`)
}

/** Reads until there is something; gives up after `seconds`. */
export async function until<T>(read: () => Promise<T | null>, what: string, seconds = 15): Promise<T> {
  const end = Date.now() + seconds * 1000
  while (Date.now() < end) {
    const found = await read()
    if (found !== null) return found
    await new Promise(resolve => setTimeout(resolve, 100))
  }
  throw new Error(`gave up waiting for ${what}`)
}
