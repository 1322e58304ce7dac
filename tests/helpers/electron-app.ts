import type { ChildProcess } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { _electron, type ElectronApplication, type Page } from 'playwright-core'

const root = new URL('../..', import.meta.url).pathname

/** What set-up found on this machine (`scripts/setup/runtime.mjs`). */
type Runtime = {
  readonly node: string
  readonly electron: string
  readonly electronExecutable: string
  readonly electronVersion: string
  readonly nativeBinding: string | null
}

/** Process ids by role, for tests that kill one of them. `engine` is null while it is not running. */
export type AppPids = {
  readonly main: number
  readonly engine: number | null
  readonly renderers: readonly number[]
}

export type LaunchedApp = {
  readonly app: ElectronApplication
  readonly window: Page
  /** Everything main and engine wrote, and errors of the page; read it when a test fails. */
  readonly output: () => string
  readonly pids: () => Promise<AppPids>
  /** Closes as a user would; after ten seconds, or when it was killed before, makes sure that nothing is left. */
  readonly close: () => Promise<void>
}

export type LaunchOptions = {
  /** Folder of this run's data; the application makes it. Use a fresh one for each test. */
  readonly userData: string
  readonly args?: readonly string[]
  readonly env?: Readonly<Record<string, string>>
  /** Another application folder than this project, for measuring against a blank window. */
  readonly appFolder?: string
}

/** The runtime set-up prepared. Throws if it has not run. */
export function readRuntime(): Runtime {
  const file = join(root, 'node_modules/.diem-tiem/runtime.json')
  if (!existsSync(file)) throw new Error('Run `npm run setup` first.')
  return JSON.parse(readFileSync(file, 'utf8')) as Runtime
}

/** Starts the built application in the real Electron and waits for its first window to be loaded. */
export async function launchApp(options: LaunchOptions): Promise<LaunchedApp> {
  const runtime = readRuntime()
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const app = await _electron.launch({
    executablePath: runtime.electronExecutable,
    args: [...sandbox, options.appFolder ?? root, ...(options.args ?? [])],
    env: environmentOf(runtime, options),
    timeout: 60_000,
  })
  // Asked for now, because Playwright forgets the process of an application that was killed.
  const main = app.process()
  const lines = collectOutput(main)
  const window = await app.firstWindow({ timeout: 60_000 })
  window.on('pageerror', error => lines.push(`page: ${error.stack ?? error.message}\n`))
  await window.waitForLoadState('domcontentloaded')
  return { app, window, output: () => lines.join(''), pids: () => pidsOf(app), close: () => close(app, main) }
}

function environmentOf(runtime: Runtime, options: LaunchOptions): Record<string, string> {
  const environment: Record<string, string> = {}
  // A test runner's own Node options would be taken up by Electron's processes.
  for (const [name, value] of Object.entries(process.env)) {
    if (value !== undefined && name !== 'NODE_OPTIONS') environment[name] = value
  }
  if (runtime.nativeBinding !== null) environment.DIEM_TIEM_NATIVE_BINDING = runtime.nativeBinding
  return { ...environment, DIEM_TIEM_USER_DATA: options.userData, ...options.env }
}

function collectOutput(main: ChildProcess): string[] {
  const lines: string[] = []
  for (const stream of [main.stdout, main.stderr]) {
    stream?.on('data', (chunk: Buffer) => lines.push(chunk.toString('utf8')))
  }
  return lines
}

async function pidsOf(app: ElectronApplication): Promise<AppPids> {
  const metrics = await app.evaluate(electron =>
    electron.app.getAppMetrics().map(({ pid, type, serviceName }) => ({ pid, type, serviceName })),
  )
  const engine = metrics.find(({ serviceName }) => serviceName === 'node.mojom.NodeService')
  const main = metrics.find(({ type }) => type === 'Browser')
  if (!main) throw new Error('Electron reports no main process.')
  const renderers = metrics.filter(({ type }) => type === 'Tab').map(({ pid }) => pid)
  return { main: main.pid, engine: engine?.pid ?? null, renderers }
}

async function close(app: ElectronApplication, main: ChildProcess): Promise<void> {
  if (main.exitCode !== null || main.signalCode !== null) return
  const patience = new AbortController()
  const timer = setTimeout(() => {
    patience.abort()
    main.kill('SIGKILL')
  }, 10_000)
  await app.close().catch((error: unknown) => {
    if (!patience.signal.aborted) throw error
  })
  clearTimeout(timer)
}
