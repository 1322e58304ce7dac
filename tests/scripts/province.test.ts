import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'

const script = new URL('../../scripts/province.mjs', import.meta.url).pathname
const folder = mkdtempSync(join(tmpdir(), 'diem-tiem-province-'))
let running: ChildProcess | null = null

afterEach(async () => {
  await kill()
  rmSync(folder, { recursive: true, force: true })
})

/** Starts the command and waits for its first line, which names the address. */
async function start(): Promise<string> {
  const child = spawn(process.execPath, [script, '--port', '0', '--file', join(folder, 'province.ndjson')], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  running = child
  const [first] = (await once(child.stdout, 'data')) as [Buffer]
  return (JSON.parse(first.toString('utf8')) as { base: string }).base
}

async function kill(): Promise<void> {
  if (running === null || running.exitCode !== null || running.signalCode !== null) return
  running.kill('SIGKILL')
  await once(running, 'exit')
}

test('npm run province: what it confirmed is there after kill -9', async () => {
  const resource = { resourceType: 'Patient', identifier: [{ system: 'urn:diem-tiem:record', value: 'a' }] }
  const request = { method: 'POST', url: 'Patient', ifNoneExist: 'identifier=urn:diem-tiem:record|a' }
  const body = JSON.stringify({ resourceType: 'Bundle', type: 'transaction', entry: [{ resource, request }] })
  const post = async (base: string) => {
    const answer = await fetch(base, {
      method: 'POST',
      headers: { 'content-type': 'application/fhir+json' },
      body,
    })
    return (await answer.json()).entry[0].response as { status: string; location: string }
  }
  const before = await post(await start())
  await kill()
  const after = await post(await start())
  expect(before.status).toBe('201')
  expect(after).toMatchObject({ status: '200', location: before.location })
})
