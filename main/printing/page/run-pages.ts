import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Paper } from './page-style'

/** One page as a file. */
export type PageJob = {
  readonly html: string
  readonly paper: Paper
  readonly format: 'pdf' | 'png'
  readonly out: string
}

/** Where pages find their fonts; the address of `page-printer.ts`, which only Electron can load. */
export const headlessFontBase = 'https://print.invalid/fonts/'

const limitMs = 120_000

/**
 * Lays pages out in an Electron of its own, in windows nobody sees, and writes them into files. Rejects with what Electron
 * said when it does not end well.
 */
export async function runPages(parts: {
  readonly electron: string
  /** The built `main/print-pages.ts`. */
  readonly script: string
  readonly fontFolder: string
  readonly jobs: readonly PageJob[]
}): Promise<void> {
  const { electron, script, fontFolder, jobs } = parts
  const folder = mkdtempSync(path.join(tmpdir(), 'diem-tiem-print-'))
  const put = (name: string, text: string) => writeFileSync(path.join(folder, name), text)
  try {
    // Electron opens folders: this one is an application of one line.
    put('package.json', JSON.stringify({ name: 'print-pages', version: '0.0.0', main: 'main.cjs' }))
    put('main.cjs', `require(${JSON.stringify(script)})\n`)
    put('jobs.json', JSON.stringify({ fontFolder: path.resolve(fontFolder), jobs }))
    // Chromium's sandbox refuses to run as root, which is what containers are.
    const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []
    const places = [folder, path.join(folder, 'jobs.json'), `--user-data-dir=${path.join(folder, 'data')}`]
    await ended(electron, [...asRoot, ...places])
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function ended(electron: string, args: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(electron, args, { stdio: ['ignore', 'ignore', 'pipe'], timeout: limitMs })
    let said = ''
    child.stderr.on('data', (part: Buffer) => {
      said += part.toString('utf8')
    })
    child.on('error', reject)
    child.on('close', (code, signal) => {
      if (code === 0 && signal === null) resolve()
      else reject(new Error(`Electron ended with ${code ?? signal}: ${said.trim()}`))
    })
  })
}
