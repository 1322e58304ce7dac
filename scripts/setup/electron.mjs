import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { environmentWith } from './node-24.mjs'
import { command, root, say } from './shared.mjs'

const packageFolder = join(root, 'node_modules', 'electron')
const probeMs = 8_000
const downloadMs = 300_000

/** Electron's own release: its folder, or null when the download cannot be reached from here. */
export async function ownElectron(node) {
  const folder = join(packageFolder, 'dist')
  if (isComplete(folder)) return folder
  if (!(await isReachable())) return null
  say('fetching Electron')
  try {
    await command(node, [join(packageFolder, 'install.js')], {
      env: environmentWith(node),
      timeoutMs: downloadMs,
    })
  } catch (error) {
    say(`Electron's download broke off: ${error.message.trim().split('\n').at(-1)}`)
    return null
  }
  return isComplete(folder) ? folder : null
}

/** Version number of the Electron in a folder. */
export function electronVersionIn(folder) {
  return readFileSync(join(folder, 'version'), 'utf8').trim().replace(/^v/, '')
}

/** The Node-API version that an Electron offers to native modules, asked of the program itself. */
export async function nodeApiOf(folder) {
  const answer = await command(executableIn(folder), ['-p', 'process.versions.napi'], {
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
  })
  return Number(answer.trim())
}

export function executableIn(folder) {
  if (process.platform === 'darwin') return join(folder, 'Electron.app', 'Contents', 'MacOS', 'Electron')
  return join(folder, process.platform === 'win32' ? 'electron.exe' : 'electron')
}

function isComplete(folder) {
  const pinned = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')).version
  if (!existsSync(join(folder, 'version')) || !existsSync(join(packageFolder, 'path.txt'))) return false
  return electronVersionIn(folder) === pinned && existsSync(executableIn(folder))
}

/** A quick look, so that a machine without that road does not wait minutes. A mirror or proxy is taken on trust. */
async function isReachable() {
  const env = process.env
  if (env.ELECTRON_MIRROR || env.npm_config_electron_mirror || env.HTTPS_PROXY || env.https_proxy) return true
  try {
    const answer = await fetch('https://github.com/electron/electron/releases', {
      method: 'HEAD',
      signal: AbortSignal.timeout(probeMs),
    })
    return answer.ok
  } catch {
    return false
  }
}
