import path from 'node:path'
import { app, type BrowserWindow, dialog } from 'electron'
import type { Actor, Answer, Call, RequestOf, ResponseOf } from '../src/contract/call'
import type { AppEvent } from '../src/contract/events'
import { chooseImportFile, previewImport } from '../src/contract/exchange-calls'
import { signIn, signOut, switchMode } from '../src/contract/point-calls'
import { instantOf } from '../src/domain/calendar/calendar-day'
import { chooseExtract } from './exchange/choose-extract'
import { newId } from './ids'
import { type EngineSettings, startEngine } from './ipc/engine-link'
import { listen, type Request, refused } from './ipc/listen'
import { openPrintDesk } from './printing/open-print-desk'
import { appOrigin, createWindow, lockDown, registerScheme, serveApp } from './window'

/*
 * The main process: window, printers, and the way to the engine.
 */
const root = app.getAppPath()
const userData = process.env.DIEM_TIEM_USER_DATA
if (userData) app.setPath('userData', userData)
if (!process.argv.includes('--no-sandbox')) app.enableSandbox()
registerScheme()

let mode: EngineSettings['mode'] = process.argv.includes('--practice') ? 'practice' : 'real'
let actor: Actor | null = null
let window: BrowserWindow | null = null

function log(line: string): void {
  process.stderr.write(`${new Date().toISOString()} ${line}\n`)
}

function engineSettings(): EngineSettings {
  return {
    mode,
    databaseFile: path.join(app.getPath('userData'), mode, 'diem-tiem.db'),
    resourcesFolder: process.env.DIEM_TIEM_RESOURCES ?? path.join(root, 'resources'),
    nativeBinding: process.env.DIEM_TIEM_NATIVE_BINDING ?? null,
    version: app.getVersion(),
    startAt: app.isPackaged ? null : (process.env.DIEM_TIEM_START_AT ?? null),
  }
}

function tell(event: AppEvent): void {
  if (window && !window.isDestroyed()) window.webContents.send('event', event)
}

function run(): void {
  lockDown()
  serveApp(path.join(root, '.vite/renderer'))
  const engine = startEngine(path.join(__dirname, 'engine.cjs'), engineSettings, tell, log)

  /** What main asks of the engine for itself. */
  async function ask<C extends Call>(call: C, payload: RequestOf<C>): Promise<Answer<ResponseOf<C>>> {
    const answer = await engine.ask({ name: call.name, requestId: newId(), payload, actor })
    return answer as Answer<ResponseOf<C>>
  }
  const printing = openPrintDesk({
    ask,
    fontFolder: path.join(engineSettings().resourcesFolder, 'fonts'),
    clock: () => instantOf(Date.now()),
    newId,
    window: () => window,
    onJobChanged: jobId => tell({ name: 'print.job-changed', jobId }),
    log,
  })

  async function serveInEngine(request: Request): Promise<Answer<unknown>> {
    const { call, ...rest } = request
    const answer = await engine.ask({ name: call.name, ...rest })
    if (call.name === signIn.name && answer.ok) actor = answer.value as Actor
    return answer
  }

  async function openMode(next: EngineSettings['mode']): Promise<Answer<unknown>> {
    mode = next
    actor = null
    await engine.restart()
    window?.webContents.reload()
    return { ok: true, value: {} }
  }

  async function serveHere({ call, payload }: Request): Promise<Answer<unknown>> {
    const printCall = printing.get(call.name)
    if (printCall) return printCall(payload)
    switch (call.name) {
      case signOut.name:
        actor = null
        return { ok: true, value: {} }
      case switchMode.name:
        return openMode((payload as { mode: EngineSettings['mode'] }).mode)
      case chooseImportFile.name: {
        const file = await chooseExtract(options => dialog.showOpenDialog(options))
        return file ? ask(previewImport, file) : refused('import.cancelled')
      }
      default:
        return refused('contract.unknown-call')
    }
  }

  listen({
    origin: appOrigin,
    trusted: () => window?.webContents ?? null,
    actor: () => actor,
    serveHere,
    serveInEngine,
  })
  window = createWindow(path.join(__dirname, 'preload.cjs'), 'Điểm Tiêm')
  void window.loadURL(`${appOrigin}/index.html`)
  app.on('before-quit', event => {
    if (engine.pid() === null) return
    event.preventDefault()
    void engine.stop().then(() => app.quit())
  })
}

if (app.requestSingleInstanceLock()) {
  app.on('second-instance', () => window?.focus())
  app.on('window-all-closed', () => app.quit())
  void app.whenReady().then(run)
} else app.quit()
