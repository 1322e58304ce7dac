import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { app, BrowserWindow, protocol, session } from 'electron'

/** The one origin the window may come from. */
export const appOrigin = 'app://diem-tiem'

const mimeTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
  '.json': 'application/json',
}

/** Must be called before the application is ready. */
export function registerScheme(): void {
  // Electron puts the product's name into every request's User-Agent, and a header with "Đ" in it is refused.
  app.userAgentFallback = 'DiemTiem'
  protocol.registerSchemesAsPrivileged([
    // Compiled scripts are kept between starts; `codeCache` needs `standard`.
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ])
}

function policy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}

/** Serves the renderer's files under a strict content policy; nothing outside the folder, no other host. */
export function serveApp(root: string): void {
  protocol.handle('app', async request => {
    const url = new URL(request.url)
    const wanted = url.pathname === '/' ? '/index.html' : decodeURIComponent(url.pathname)
    const file = path.normalize(path.join(root, wanted))
    const mime = mimeTypes[path.extname(file)]
    if (url.host !== 'diem-tiem' || !file.startsWith(root + path.sep) || !mime) {
      return new Response('not here', { status: 404 })
    }
    return respond(file, mime)
  })
}

async function respond(file: string, mime: string): Promise<Response> {
  const nonce = randomBytes(18).toString('base64')
  const headers = {
    'content-type': mime,
    'content-security-policy': policy(nonce),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
  }
  try {
    const bytes = await readFile(file)
    const body = mime.startsWith('text/html')
      ? bytes.toString('utf8').replaceAll('__CSP_NONCE__', nonce)
      : new Uint8Array(bytes)
    return new Response(body, { headers })
  } catch {
    return new Response('not here', { status: 404, headers })
  }
}

/** No page gets a permission, opens a window, leaves its origin or downloads anything. */
export function lockDown(): void {
  session.defaultSession.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  session.defaultSession.setPermissionCheckHandler(() => false)
  session.defaultSession.on('will-download', event => event.preventDefault())
}

/** The window of the workstation. */
export function createWindow(preload: string, title: string): BrowserWindow {
  const window = new BrowserWindow({
    width: 1366,
    height: 768,
    minWidth: 1024,
    minHeight: 600,
    title,
    show: false,
    backgroundColor: '#f4f6f8',
    autoHideMenuBar: true,
    webPreferences: {
      preload,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
    },
  })
  window.webContents.setWindowOpenHandler(() => ({ action: 'deny' }))
  window.webContents.on('will-navigate', (event, target) => {
    if (!target.startsWith(`${appOrigin}/`)) event.preventDefault()
  })
  window.webContents.on('will-attach-webview', event => event.preventDefault())
  window.once('ready-to-show', () => window.show())
  return window
}
