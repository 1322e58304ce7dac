import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/**
 * Opens a virtual screen of the smallest size we support, so that tests look the same everywhere and do not take the
 * keyboard from whoever sits there. Answers the environment to use and how to close it. `DIEM_TIEM_SHOW=1` uses the
 * real screen, as does a machine without Xvfb. (`xvfb-run` would mix a command's errors into its output.)
 */
export async function openScreen(env = process.env) {
  const wanted = process.platform === 'linux' && env.DIEM_TIEM_SHOW !== '1'
  if (!wanted || !isInPath('Xvfb', env.PATH ?? '')) return { env, close: () => {} }
  const args = ['-displayfd', '3', '-screen', '0', '1366x768x24', '-nolisten', 'tcp']
  const server = spawn('Xvfb', args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] })
  const number = await firstLine(server)
  const close = () => server.kill()
  process.once('exit', close)
  const { WAYLAND_DISPLAY: _wayland, ...rest } = env
  return { env: { ...rest, DISPLAY: `:${number}` }, close }
}

/** The X server writes the number it took once it listens. */
function firstLine(server) {
  return new Promise((resolve, reject) => {
    server.on('error', reject)
    server.on('close', code => reject(new Error(`Xvfb ended with ${code} before it listened`)))
    server.stdio[3].once('data', chunk => resolve(chunk.toString('utf8').trim()))
  })
}

function isInPath(name, path) {
  return path.split(delimiter).some(folder => existsSync(join(folder, name)))
}
