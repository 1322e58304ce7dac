import path from 'node:path'
import { app, type BrowserWindow } from 'electron'
import type { Answer, Call, RequestOf, ResponseOf } from '../src/contract/call'
import type { AppEvent } from '../src/contract/events'
import { instantOf } from '../src/domain/calendar/calendar-day'
import { callScreenCalls, createCallScreen } from './call-screen'
import { createCertificateDesk } from './exchange/certificate-desk'
import { createCourierDesk } from './exchange/courier/courier-desk'
import { authorityFiles } from './exchange/province/authority-file'
import { codeReader } from './exchange/read-codes'
import { newId } from './ids'
import { EngineLink, type EngineSettings } from './ipc/engine-link'
import { listen } from './ipc/listen'
import { createMainCalls, type Desk, showDialog, showFolderDialog, showSaveDialog } from './main-calls'
import { pictureCalls } from './picture-desk'
import { openPrintDesk } from './printing/open-print-desk'
import { createRecentLog } from './recent-log'
import { readSafeKey } from './security/safe-key'
import { systemStore } from './security/system-store'
import { appOrigin, createWindow, lockDown, registerScheme, serveApp } from './window'

/*
 * The main process: window, printers, and the way to the engine.
 */
const root = app.getAppPath()
const desk: Desk = {
  mode: process.argv.includes('--practice') ? 'practice' : 'real',
  actor: null,
  window: null,
}

const callScreen = createCallScreen(path.join(__dirname, 'preload.cjs'), () => desk.window)

const recentLog = createRecentLog()

function log(line: string): void {
  recentLog.note(line)
  process.stderr.write(`${new Date().toISOString()} ${line}\n`)
}

/** What is done when the engine came back; set once the print desk is open. */
let engineIsBack = (): void => undefined

function tell(event: AppEvent): void {
  const { window } = desk
  if (window && !window.isDestroyed()) window.webContents.send('event', event)
  callScreen.tell(event)
  if (event.name === 'engine.restarted') engineIsBack()
}

function engineSettings(): EngineSettings {
  return {
    mode: desk.mode,
    databaseFile: path.join(app.getPath('userData'), desk.mode, 'diem-tiem.db'),
    resourcesFolder: process.env.DIEM_TIEM_RESOURCES ?? path.join(root, 'resources'),
    nativeBinding: process.env.DIEM_TIEM_NATIVE_BINDING ?? null,
    version: app.getVersion(),
    startAt: app.isPackaged ? null : (process.env.DIEM_TIEM_START_AT ?? null),
  }
}

function openDesk(engine: EngineLink): void {
  /** What main asks of the engine for itself. */
  async function ask<C extends Call>(call: C, payload: RequestOf<C>): Promise<Answer<ResponseOf<C>>> {
    const answer = await engine.ask({ name: call.name, requestId: newId(), payload, actor: desk.actor })
    return answer as Answer<ResponseOf<C>>
  }
  const { calls: printing, recover } = openPrintDesk({
    ask,
    fontFolder: path.join(engineSettings().resourcesFolder, 'fonts'),
    clock: () => instantOf(Date.now()),
    newId,
    window: () => desk.window,
    onJobChanged: jobId => tell({ name: 'print.job-changed', jobId }),
    log,
  })
  const certificates = createCertificateDesk({
    ask,
    showOpenDialog: showDialog,
    showSaveDialog,
    readCodes: codeReader(path.join(__dirname, 'code-worker.cjs')),
    resourcesFolder: () => engineSettings().resourcesFolder,
  })
  const courier = createCourierDesk({ ask, showOpenDialog: showFolderDialog, tell })
  engineIsBack = recover
  listen({
    origin: appOrigin,
    trusted: () => desk.window?.webContents ?? null,
    actor: () => desk.actor,
    onlooker: { contents: callScreen.contents, calls: callScreenCalls },
    log,
    ...createMainCalls({
      desk,
      engine,
      printing,
      ask,
      files: new Map([
        ...certificates,
        ...courier,
        ...authorityFiles(showDialog),
        ...pictureCalls(() => desk.window, recentLog.lines),
      ]),
      callScreen,
    }),
  })
}

function run(): void {
  // The engine first: it starts while the window is made. Nothing of the page arrives before this function ends.
  const script = path.join(__dirname, 'engine.cjs')
  const safeKey = () => readSafeKey(path.dirname(engineSettings().databaseFile), systemStore, log)
  const engine = new EngineLink({ script, settings: engineSettings, safeKey, onEvent: tell, onLog: log })
  lockDown()
  serveApp(path.join(root, '.vite/renderer'))
  desk.window = openWindow()
  // The screen on the wall never outlives the desk it belongs to.
  desk.window.on('closed', () => callScreen.close())
  openDesk(engine)
  app.on('before-quit', event => {
    if (!engine.isRunning) return
    event.preventDefault()
    void engine.stop().then(() => app.quit())
  })
}

function openWindow(): BrowserWindow {
  const window = createWindow(path.join(__dirname, 'preload.cjs'), 'Điểm Tiêm')
  void window.loadURL(`${appOrigin}/index.html`)
  return window
}

if (process.env.DIEM_TIEM_USER_DATA) app.setPath('userData', process.env.DIEM_TIEM_USER_DATA)
if (!process.argv.includes('--no-sandbox')) app.enableSandbox()
registerScheme()
if (app.requestSingleInstanceLock()) {
  app.on('second-instance', () => desk.window?.focus())
  app.on('window-all-closed', () => app.quit())
  void app.whenReady().then(run)
} else app.quit()
