import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { electronVersionIn, executableIn, nodeApiOf, ownElectron } from './electron.mjs'
import { fallbackElectron, fallbackVersion } from './fallback-electron.mjs'
import { compileSqlite, neededNodeApi } from './native-sqlite.mjs'
import { fingerprint, readJson, root, runtimeFile, say, writeJson } from './shared.mjs'

/**
 * What runs the application on this machine:
 * `{ node, electron, electronExecutable, electronVersion, nativeBinding, nativeBindings }`; the last two are null
 * and empty where the SQLite packages' ready binaries can be used.
 */
export function readRuntime(node) {
  const runtime = readJson(runtimeFile)
  if (!runtime || runtime.key !== runtimeKey() || runtime.node !== node) return null
  const files = [runtime.electronExecutable, ...Object.values(runtime.nativeBindings)]
  return files.every(file => existsSync(file)) ? runtime : null
}

/** Finds or makes an Electron and the SQLite files it can load, and writes down where they are. */
export async function prepareRuntime(node) {
  const own = await ownElectron(node)
  if (!own)
    say(`Electron's own download cannot be reached: falling back to Electron ${fallbackVersion} from npm`)
  const [electron, nativeBindings] = own ? await ready(node, own) : await fallback(node)
  const runtime = {
    key: runtimeKey(),
    node,
    electron,
    electronExecutable: executableIn(electron),
    electronVersion: electronVersionIn(electron),
    nativeBinding: nativeBindings['better-sqlite3'] ?? null,
    nativeBindings,
  }
  writeJson(runtimeFile, runtime)
  return runtime
}

async function ready(node, own) {
  const old = (await nodeApiOf(own)) < neededNodeApi
  return [own, old ? await compileSqlite(node) : {}]
}

/** The fallback is known to need the compiled files, so download and compiler work side by side. */
function fallback(node) {
  return Promise.all([fallbackElectron(node), compileSqlite(node)])
}

/** Changes when a package or this set-up changes; a remembered fallback lasts as long as the key. */
function runtimeKey() {
  const files = ['package-lock.json', 'scripts/setup/runtime.mjs', 'scripts/setup/native-sqlite.mjs']
  return fingerprint(...files.map(file => readFileSync(join(root, file), 'utf8')))
}
