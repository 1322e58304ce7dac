import { join } from 'node:path'
import { environmentWith } from './node-24.mjs'
import { command, readJson, root, say } from './shared.mjs'

/** Installs the project's packages exactly as the lock file names them, unless they are there already. */
export async function installPackages(node) {
  if (installedAsLocked()) return
  say('installing packages')
  const started = Date.now()
  await command('npm', ['ci', '--ignore-scripts', '--prefer-offline', '--no-audit', '--no-fund'], {
    env: environmentWith(node),
  })
  say(`packages installed in ${Math.round((Date.now() - started) / 1000)} s`)
}

/** Compares npm's own note of what it installed with the lock file, version by version. */
export function installedAsLocked() {
  const installed = readJson(join(root, 'node_modules', '.package-lock.json'))?.packages
  const locked = readJson(join(root, 'package-lock.json'))?.packages
  if (!installed || !locked) return false
  const missing = Object.entries(locked).some(
    ([path, entry]) => path !== '' && !isOptional(entry) && installed[path]?.version !== entry.version,
  )
  const foreign = Object.entries(installed).some(([path, entry]) => locked[path]?.version !== entry.version)
  return !missing && !foreign
}

function isOptional(entry) {
  return entry.optional === true || entry.devOptional === true || entry.peer === true
}
