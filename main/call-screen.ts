import { BrowserWindow, screen, type WebContents } from 'electron'
import type { AppEvent } from '../src/contract/events'
import { getCallScreen } from '../src/contract/queue-calls'
import type { Noun } from '../src/domain/journal/entry'
import { callWindowPlace, secondDisplay } from './second-display'
import { appOrigin } from './window'

/** All that the screen on the wall may ask. */
export const callScreenCalls: ReadonlySet<string> = new Set([getCallScreen.name])

/** What changes it; who is meant never leaves main. */
const shownNouns: ReadonlySet<Noun> = new Set([
  'visit',
  'queue-call',
  'session-day',
  'person',
  'point',
  'merge',
])

export type CallScreen = ReturnType<typeof createCallScreen>

/** The window for the second monitor: one at most, nobody's, closed by Esc. F11 makes it full and back. */
export function createCallScreen(preload: string, mainWindow: () => BrowserWindow | null) {
  let window: BrowserWindow | null = null

  function open(): { readonly onSecond: boolean } {
    const second = freeDisplay(mainWindow())
    if (window) {
      if (second && screen.getDisplayMatching(window.getBounds()).id !== second.id) moveTo(window, second)
      window.show()
      window.moveTop()
      return { onSecond: second !== null }
    }
    const made = createCallWindow(preload, second)
    window = made
    made.on('closed', () => {
      window = null
    })
    void made.loadURL(`${appOrigin}/call-screen.html`)
    return { onSecond: second !== null }
  }

  return {
    open,
    close: () => window?.close(),
    contents: (): WebContents | null => window?.webContents ?? null,
    /** Loads again, for another database. */
    reload: () => window?.webContents.reload(),
    tell(event: AppEvent): void {
      if (!window || window.isDestroyed()) return
      const heard = heardBy(event)
      if (heard) window.webContents.send('event', heard)
    },
  }
}

/** The part of an event that the screen on the wall needs: that something changed, not about whom. */
export function heardBy(event: AppEvent): AppEvent | null {
  if (event.name === 'engine.restarted' || event.name === 'engine.stopped') return event
  if (event.name !== 'records.changed') return null
  const nouns = event.nouns.filter(noun => shownNouns.has(noun))
  return nouns.length === 0 ? null : { name: 'records.changed', nouns, personIds: [] }
}

/** A monitor that the work window is not on; null when there is one monitor only. */
function freeDisplay(main: BrowserWindow | null): Electron.Display | null {
  const ours = main ? screen.getDisplayMatching(main.getBounds()) : screen.getPrimaryDisplay()
  return secondDisplay(screen.getAllDisplays(), ours)
}

/** The second monitor was plugged in after the window was opened. */
function moveTo(window: BrowserWindow, { bounds }: Electron.Display): void {
  window.setBounds(bounds)
  window.setFullScreen(true)
}

function createCallWindow(preload: string, second: Electron.Display | null): BrowserWindow {
  const window = new BrowserWindow({
    ...callWindowPlace(second),
    title: 'Điểm Tiêm · Gọi số',
    show: false,
    backgroundColor: '#0f2a2a',
    autoHideMenuBar: true,
    webPreferences: {
      preload,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      // Nobody clicks here; a chime must sound without a click, and while the window lies below another.
      autoplayPolicy: 'no-user-gesture-required',
      backgroundThrottling: false,
    },
  })
  window.webContents.setWindowOpenHandler(() => ({ action: 'deny' }))
  window.webContents.on('will-navigate', event => event.preventDefault())
  window.webContents.on('will-attach-webview', event => event.preventDefault())
  window.webContents.on('before-input-event', (event, { type, key }) => {
    if (type !== 'keyDown' || key !== 'F11') return
    event.preventDefault()
    window.setFullScreen(!window.isFullScreen())
  })
  window.once('ready-to-show', () => window.showInactive())
  return window
}
