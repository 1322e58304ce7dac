/**
 * Makes a fresh clone ready: Node 24, packages, system libraries, Electron, SQLite. Runs on Node 20 or newer and
 * needs no package. A second run finds everything in place within a second. `--fresh` looks for Electron's own
 * release again after a fallback.
 */
import { fileURLToPath } from 'node:url'
import { findNode24 } from './setup/node-24.mjs'
import { installPackages } from './setup/packages.mjs'
import { command, readJson, runtimeFile, say } from './setup/shared.mjs'
import { installSystemLibraries } from './setup/system-libraries.mjs'

const self = fileURLToPath(import.meta.url)

/** Answers what runs the application here; see `setup/runtime.mjs`. Throws with the reason when it cannot. */
export async function setup({ fresh = false } = {}) {
  const node = await findNode24()
  await Promise.all([installPackages(node), installSystemLibraries()])
  const { readRuntime, prepareRuntime } = await import('./setup/runtime.mjs')
  const known = fresh ? null : readRuntime(node)
  if (known) return known
  if (node === process.execPath) return prepareRuntime(node)
  await command(node, [self, '--within', ...(fresh ? ['--fresh'] : [])], { show: true })
  return readJson(runtimeFile)
}

/** Whoever sets up needs the reason and not our stack. */
export function sayAndStop(error) {
  say(error.message)
  process.exit(1)
}

if (process.argv[1] === self) {
  const started = Date.now()
  const runtime = await setup({ fresh: process.argv.includes('--fresh') }).catch(sayAndStop)
  // `--within`: an older Node started this for the steps it cannot do, and says so itself.
  if (!process.argv.includes('--within')) {
    say(`ready: Electron ${runtime.electronVersion} (${((Date.now() - started) / 1000).toFixed(1)} s)`)
  }
}
