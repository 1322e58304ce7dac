import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { launchApp } from '../../helpers/electron-app'

/** A browser and nothing else: it shows one file as from a stick, and notes every address that was asked for. */
const main = `
const { app, BrowserWindow, session } = require('electron')
globalThis.asked = []
app.whenReady().then(() => {
  session.defaultSession.webRequest.onBeforeRequest(({ url }, answer) => {
    globalThis.asked.push(url.slice(0, 200))
    answer({})
  })
  new BrowserWindow({ width: 960, height: 1000 }).loadFile(process.env.DIEM_TIEM_VERIFIER)
})
app.on('window-all-closed', () => app.quit())
`

/** Opens the page in a real Chromium, from the disk. */
export async function openVerifier(file: string) {
  const folder = mkdtempSync(join(tmpdir(), 'diem-tiem-verifier-'))
  writeFileSync(join(folder, 'main.js'), main)
  writeFileSync(
    join(folder, 'package.json'),
    JSON.stringify({ name: 'browser', version: '1.0.0', main: 'main.js' }),
  )
  const launched = await launchApp({
    userData: join(folder, 'data'),
    appFolder: folder,
    env: { DIEM_TIEM_VERIFIER: file },
  })
  return {
    window: launched.window,
    output: launched.output,
    /** Addresses beyond the disk and the page itself. */
    outside: async () => {
      const asked = await launched.app.evaluate(() => (globalThis as unknown as { asked: string[] }).asked)
      return asked.filter(url => !/^(?:file|data|blob|devtools):/u.test(url))
    },
    async close() {
      await launched.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
