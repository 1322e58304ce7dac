import { execFileSync, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { build } from 'vite'

const root = new URL('../../..', import.meta.url).pathname
const here = new URL('.', import.meta.url).pathname

export type PowerCut = {
  /** What the disk still holds when the power is back. */
  readonly file: string
  /** Persons whose write had been answered before. */
  readonly acknowledged: readonly string[]
}

export type PowerCutBench = Awaited<ReturnType<typeof openPowerCutBench>>

/** Compiles the shim and bundles the writer. Throws with advice when there is no C compiler. */
export async function openPowerCutBench() {
  // Inside node_modules, from where the bundle finds its native packages.
  const parent = join(root, 'node_modules/.diem-tiem')
  mkdirSync(parent, { recursive: true })
  const folder = mkdtempSync(join(parent, 'power-cut-'))
  const shim = join(folder, 'shim.so')
  compile(shim)
  await bundle(folder)
  let runs = 0

  return {
    /** Lets the writer work until so many writes were answered, and cuts the power. */
    async cutAfter(
      count: number,
      options: { readonly mode: 'full' | 'normal'; readonly keyHex: string | null },
    ): Promise<PowerCut> {
      runs += 1
      const watched = join(folder, `live-${runs}`)
      const durable = join(folder, `durable-${runs}`)
      for (const made of [watched, durable]) mkdirSync(made)
      const args = [
        join(folder, 'writer.cjs'),
        join(watched, 'station.db'),
        options.keyHex ?? '-',
        options.mode,
      ]
      const env = { ...process.env, WATCHED: watched, DURABLE: durable, LD_PRELOAD: shim }
      const acknowledged = await runUntil(count, args, env)
      return { file: join(durable, 'station.db'), acknowledged }
    },
    close: () => rmSync(folder, { recursive: true, force: true }),
  }
}

function compile(shim: string): void {
  try {
    execFileSync('cc', ['-O1', '-Wall', '-shared', '-fPIC', '-o', shim, join(here, 'shim.c'), '-ldl'])
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
      throw new Error('The power-cut test needs a C compiler: sudo apt-get install gcc')
    throw error
  }
}

async function bundle(folder: string): Promise<void> {
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    publicDir: false,
    ssr: { noExternal: true, target: 'node' },
    build: {
      ssr: true,
      target: 'node24',
      outDir: folder,
      emptyOutDir: false,
      rolldownOptions: {
        input: { writer: join(here, 'writer.ts') },
        external: ['better-sqlite3', 'better-sqlite3-multiple-ciphers', /^node:/],
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  })
}

function runUntil(
  count: number,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<readonly string[]> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'pipe'] })
    const acknowledged: string[] = []
    const errors: string[] = []
    child.stderr.on('data', (chunk: Buffer) => errors.push(chunk.toString('utf8')))
    createInterface(child.stdout).on('line', line => {
      acknowledged.push(line)
      if (acknowledged.length === count) child.kill('SIGKILL')
    })
    child.on('error', reject)
    child.on('close', (code, signal) => {
      if (signal === 'SIGKILL') resolve(acknowledged)
      else reject(new Error(`the writer ended by itself with ${signal ?? code}\n${errors.join('')}`))
    })
  })
}
