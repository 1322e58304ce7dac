import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { seededPin } from '../../main/services/point/seed-register'
import { launchApp } from '../helpers/electron-app'
import { seededOn, seededRegister } from './register'

/*
 * `npm run bench -- start [--persons 200000] [--pairs 5]`: from launch to a usable reception screen (signed in,
 * search box there, a search answered) with many persons in the database, against a blank window of the same
 * Electron. Pairs take turns, so that a busy moment of the machine strikes both.
 */
type Marks = {
  readonly window: number
  readonly signIn: number
  readonly reception: number
  readonly answered: number
}

const blankMain = `
const { app, BrowserWindow } = require('electron')
app.setPath('userData', process.env.DIEM_TIEM_USER_DATA)
app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1366, height: 768, show: false, webPreferences: { sandbox: true } })
  window.once('ready-to-show', () => window.show())
  window.loadURL('data:text/html,<!doctype html><title>blank</title><p>blank')
})
app.on('window-all-closed', () => app.quit())
`

/** An application that opens an empty window and nothing else. */
function makeBlankApp(folder: string): string {
  const app = join(folder, 'blank')
  mkdirSync(app)
  writeFileSync(
    join(app, 'package.json'),
    JSON.stringify({ name: 'blank', version: '1.0.0', main: 'main.cjs' }),
  )
  writeFileSync(join(app, 'main.cjs'), blankMain)
  return app
}

async function timeBlank(appFolder: string, userData: string): Promise<number> {
  const started = performance.now()
  const { window, close } = await launchApp({ userData, appFolder })
  await window.evaluate(() => new Promise(requestAnimationFrame))
  const took = performance.now() - started
  await close()
  return took
}

async function timeStation(userData: string): Promise<Marks> {
  const started = performance.now()
  const since = () => performance.now() - started
  const app = await launchApp({ userData, env: { DIEM_TIEM_START_AT: `${seededOn}T01:00:00.000Z` } })
  try {
    const { window } = app
    const windowAt = since()
    const pin = window.getByTestId('pin')
    await pin.waitFor()
    const signIn = since()
    await pin.fill(seededPin)
    await pin.press('Enter')
    const search = window.getByTestId('search')
    await search.waitFor()
    const reception = since()
    await search.fill('nguyen thi anh')
    await window.locator('mark').first().waitFor()
    return { window: windowAt, signIn, reception, answered: since() }
  } catch (error) {
    throw new Error(`the application did not get to an answered search\n${app.output()}`, { cause: error })
  } finally {
    await app.close()
  }
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

/** Measures; times are medians in milliseconds. */
export async function bench(args: readonly string[]) {
  const { values } = parseArgs({
    args: [...args],
    options: {
      persons: { type: 'string', default: '200000' },
      pairs: { type: 'string', default: '5' },
    },
  })
  const persons = Number(values.persons)
  const register = seededRegister(persons)
  const folder = mkdtempSync(join(tmpdir(), 'diem-tiem-bench-'))
  try {
    const userData = join(folder, 'station')
    mkdirSync(userData)
    symlinkSync(register, join(userData, 'real'))
    const blankApp = makeBlankApp(folder)
    const blankData = join(folder, 'blank-data')
    // The first start of each makes its browser profile and fills the file cache.
    await timeBlank(blankApp, blankData)
    await timeStation(userData)
    const blank: number[] = []
    const station: Marks[] = []
    for (let pair = 0; pair < Number(values.pairs); pair++) {
      blank.push(await timeBlank(blankApp, blankData))
      station.push(await timeStation(userData))
    }
    return summary(persons, blank, station)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function summary(persons: number, blank: readonly number[], station: readonly Marks[]) {
  const of = (mark: keyof Marks) => Math.round(median(station.map(marks => marks[mark])))
  const results = {
    persons,
    pairs: blank.length,
    blankMs: Math.round(median(blank)),
    windowMs: of('window'),
    signInMs: of('signIn'),
    receptionMs: of('reception'),
    answeredMs: of('answered'),
  }
  const ratios = {
    start_to_blank: round(results.answeredMs / results.blankMs),
    sign_in_to_blank: round(results.signInMs / results.blankMs),
  }
  console.log(
    `blank window ${results.blankMs} ms; sign-in ${results.signInMs} ms; reception ${results.receptionMs} ms;`,
  )
  console.log(`a search answered ${results.answeredMs} ms: ${ratios.start_to_blank} times the blank window`)
  return { results, ratios }
}

const round = (ratio: number) => Math.round(ratio * 100) / 100
