import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readRuntime } from '../helpers/electron-app'

const root = new URL('../..', import.meta.url).pathname

/** Runs SQL-loading code in the Electron that set-up chose, as plain Node; answers what it printed. */
function inElectron(code: string): string {
  const runtime = readRuntime()
  const env = {
    ...process.env,
    ELECTRON_RUN_AS_NODE: '1',
    DIEM_TIEM_NATIVE_BINDING: runtime.nativeBinding ?? '',
  }
  return execFileSync(runtime.electronExecutable, ['-e', code], { cwd: root, env, encoding: 'utf8' }).trim()
}

test('a second set-up finds everything in place in under two seconds', () => {
  execFileSync(process.execPath, [join(root, 'scripts/setup.mjs')], { stdio: 'pipe' })
  const started = performance.now()
  execFileSync(process.execPath, [join(root, 'scripts/setup.mjs')], { stdio: 'pipe' })
  expect(performance.now() - started).toBeLessThan(2_000)
  expect(existsSync(readRuntime().electronExecutable)).toBe(true)
})

test('SQLite answers inside the Electron that set-up chose', () => {
  const answer = inElectron(`
    const Database = require('better-sqlite3')
    const nativeBinding = process.env.DIEM_TIEM_NATIVE_BINDING || undefined
    const database = new Database(':memory:', nativeBinding ? { nativeBinding } : {})
    console.log(database.prepare("SELECT 'Nguyễn' AS name").get().name)
  `)
  expect(answer).toBe('Nguyễn')
})
