import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The project's folder. */
export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '')

/** Where set-up says what it found, for the scripts and the tests. Disappears with node_modules, as it should. */
export const runtimeFile = join(root, 'node_modules', '.diem-tiem', 'runtime.json')

/** Large things made once for a user of this machine: an Electron, compiled SQLite. Safe to delete. */
export function cacheFolder(...parts) {
  const base = process.env.XDG_CACHE_HOME || join(homedir(), '.cache')
  const folder = join(base, 'diem-tiem', ...parts)
  mkdirSync(dirname(folder), { recursive: true })
  return folder
}

export function readJson(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null
}

/** Writes beside the target and renames, so that a reader never sees half a file. */
export function writeJson(file, value) {
  mkdirSync(dirname(file), { recursive: true })
  const half = `${file}.${process.pid}`
  writeFileSync(half, `${JSON.stringify(value, null, 2)}\n`)
  renameSync(half, file)
}

export function fingerprint(...texts) {
  const hash = createHash('sha256')
  for (const text of texts) hash.update(`${text}\0`)
  return hash.digest('hex').slice(0, 16)
}

export function say(line) {
  console.error(`[setup] ${line}`)
}

/**
 * Runs one command to its end and answers its output; rejects with the gist of its output when it fails.
 * `timeoutMs` kills it; `show` lets its output through instead of collecting it.
 */
export function command(file, args, { cwd = root, env = process.env, timeoutMs = 0, show = false } = {}) {
  return new Promise((resolve, reject) => {
    const stdio = show ? ['ignore', 2, 2] : ['ignore', 'pipe', 'pipe']
    const child = spawn(file, args, { cwd, env, stdio, shell: process.platform === 'win32' })
    const output = []
    child.stdout?.on('data', chunk => output.push(chunk))
    child.stderr?.on('data', chunk => output.push(chunk))
    const timer = timeoutMs > 0 ? setTimeout(() => child.kill('SIGKILL'), timeoutMs) : null
    const text = () => Buffer.concat(output).toString('utf8')
    child.on('error', reject)
    child.on('close', (code, signal) => {
      if (timer) clearTimeout(timer)
      if (code === 0) resolve(text())
      else reject(new Error(`${file} ${args.join(' ')} ended with ${signal ?? code}\n${gist(text())}`))
    })
  })
}

/** A tool says what is wrong first or last, and explains itself in between. */
function gist(text) {
  return text.length <= 3000 ? text : `${text.slice(0, 1500)}\n…\n${text.slice(-1500)}`
}
