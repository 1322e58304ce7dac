import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { BrowserWindow, type Session, session } from 'electron'
import { PrintError, type SendResult } from '../print-error'
import { html as markup } from './markup'
import { isLandscape, type Paper } from './page-style'

/** Where pages find their fonts: an address that only the print session answers. */
export const pageFontBase = 'https://print.invalid/fonts/'

const pageAddress = 'https://print.invalid/page'
const partition = 'diem-tiem-print'
const knownFonts = new Set(['NotoSans-Regular.ttf', 'NotoSans-SemiBold.ttf', 'NotoSans-Bold.ttf'])

/** How long a page may take, in milliseconds, from opening its window to the end. */
export const usualPageMs = 30_000

/** Prints pages with Chromium. */
export type PagePrinter = {
  /** The page as a PDF. Throws PrintError 'print.page-failed' or 'print.page-timeout'. */
  readonly printToPdf: (html: string, paper: Paper) => Promise<Buffer>
  /** The pages below one another as they will look, as a PNG for the screen. */
  readonly previewPage: (html: string, paper: Paper) => Promise<Buffer>
  /** Hands the page to a printer of the system. It may be switched off: taken by the system is the most that is known. */
  readonly printPage: (html: string, paper: Paper, deviceName: string, copies: number) => Promise<SendResult>
}

/**
 * Creates the page printer. Pages come one at a time, each in a hidden window of its own, because two at once fail with
 * no reason given. Call it after Electron is ready.
 */
export function createPagePrinter(fontFolder: string, limitMs = usualPageMs): PagePrinter {
  const shown: { html: string } = { html: '' }
  const pages = openPrintSession(fontFolder, shown)
  let last: Promise<unknown> = Promise.resolve()

  function inTurn<T>(html: string, work: (window: BrowserWindow) => Promise<T>): Promise<T> {
    // Whoever asked for the page before hears of its error.
    const turn = last.catch(() => {}).then(() => withWindow(pages, shown, html, limitMs, work))
    last = turn
    return turn
  }

  return {
    printToPdf: (html, paper) =>
      inTurn(html, async window => {
        const noMargins = { top: 0, bottom: 0, left: 0, right: 0 }
        return window.webContents.printToPDF({
          ...(await footOf(window, fontFolder)),
          pageSize: paper,
          margins: noMargins,
          preferCSSPageSize: true,
          printBackground: true,
        })
      }),
    previewPage: (html, paper) => inTurn(html, window => pictureOf(window, paper, isLandscape(html))),
    async printPage(html, paper, deviceName, copies) {
      assertCopies(copies)
      const handed = { over: false }
      try {
        const sheet = { paper, landscape: isLandscape(html) }
        return await inTurn(html, window => handToSystem(window, sheet, deviceName, copies, handed))
      } catch (error) {
        if (!(error instanceof PrintError)) throw error
        return { state: handed.over ? 'unknown' : 'failed', code: error.code }
      }
    },
  }
}

/**
 * The foot of a page that has one, for a Chromium that does not draw the margin boxes of CSS (before 131, as in the Electron
 * that tests fall back to): without it a report of several pages would have no numbers.
 */
async function footOf(window: BrowserWindow, fontFolder: string) {
  if (Number.parseInt(process.versions.chrome ?? '', 10) >= 131) return {}
  const foot: unknown = await window.webContents.executeJavaScript(
    'document.querySelector("meta[name=foot]")?.content ?? null',
  )
  if (typeof foot !== 'string') return {}
  const style =
    "font: 7pt 'Noto Sans', sans-serif; color: #333; width: 100%; margin: 0 10mm; display: flex; justify-content: space-between"
  const footerTemplate = markup`<div style="${style}"><span>${foot}</span><span>Trang <span class="pageNumber"></span>/<span class="totalPages"></span></span></div>`
  // The foot is a document of its own, which may open nothing: it carries its font with it.
  const font = (await readFile(join(fontFolder, 'NotoSans-Regular.ttf'))).toString('base64')
  const face = `<style>@font-face{font-family:'Noto Sans';src:url(data:font/ttf;base64,${font})}</style>`
  const headerTemplate = '<span></span>'
  return { displayHeaderFooter: true, headerTemplate, footerTemplate: `${face}${footerTemplate.text}` }
}

/** CSS pixels of a sheet's width, 96 to the inch. */
const sheetWidthPx: Readonly<Record<Paper, number>> = { A4: 794, A5: 559 }

/** A window of the sheet's width, as high as the whole document, photographed once it is laid out. */
async function pictureOf(window: BrowserWindow, paper: Paper, isWide: boolean): Promise<Buffer> {
  const short = sheetWidthPx[paper]
  const long = Math.round(short * Math.SQRT2)
  const [width, sheet] = isWide ? [long, short] : [short, long]
  await window.webContents.insertCSS(`html { padding: 40px 38px; background: white; box-sizing: border-box }`)
  window.setContentSize(width, sheet)
  const tall: unknown = await window.webContents.executeJavaScript('document.documentElement.scrollHeight')
  const height = Math.min(8000, Math.max(sheet, Number(tall)))
  window.setContentSize(width, height)
  const picture = await window.webContents.capturePage({ x: 0, y: 0, width, height }, { stayHidden: true })
  if (picture.isEmpty()) throw new PrintError('print.page-failed', 'the preview is empty')
  return picture.toPNG()
}

function assertCopies(copies: number): void {
  if (!Number.isInteger(copies) || copies < 1 || copies > 20)
    throw new RangeError(`cannot print ${copies} copies`)
}

/** A session in memory that answers for one address: no page reaches a network, none is written to a disk. */
function openPrintSession(fontFolder: string, shown: { readonly html: string }): Session {
  const pages = session.fromPartition(partition)
  const nothing = () => new Response(null, { status: 404 })
  if (pages.protocol.isProtocolHandled('https')) pages.protocol.unhandle('https')
  if (pages.protocol.isProtocolHandled('http')) pages.protocol.unhandle('http')
  pages.protocol.handle('http', nothing)
  pages.protocol.handle('https', async request => {
    if (request.url === pageAddress) {
      return new Response(shown.html, { headers: { 'content-type': 'text/html; charset=utf-8' } })
    }
    const font = request.url.startsWith(pageFontBase) ? request.url.slice(pageFontBase.length) : ''
    if (!knownFonts.has(font)) return nothing()
    return new Response(new Uint8Array(await readFile(join(fontFolder, font))), {
      headers: { 'content-type': 'font/ttf' },
    })
  })
  return pages
}

async function withWindow<T>(
  pages: Session,
  shown: { html: string },
  html: string,
  limitMs: number,
  work: (window: BrowserWindow) => Promise<T>,
): Promise<T> {
  shown.html = html
  const window = new BrowserWindow({ show: false, webPreferences: { session: pages, sandbox: true } })
  window.webContents.setWindowOpenHandler(() => ({ action: 'deny' }))
  const limit = startLimit(limitMs)
  try {
    return await Promise.race([limit.over, loadWithFonts(window).then(() => work(window))])
  } catch (error) {
    throw error instanceof PrintError ? error : new PrintError('print.page-failed', null, { cause: error })
  } finally {
    limit.stop()
    // Only now: a window destroyed while Chromium still prints takes the page with it.
    window.destroy()
  }
}

async function loadWithFonts(window: BrowserWindow): Promise<void> {
  await window.loadURL(pageAddress)
  const missing: unknown = await window.webContents.executeJavaScript(
    'document.fonts.ready.then(() => [...document.fonts].filter(font => font.status === "error").length)',
  )
  if (missing !== 0) throw new PrintError('print.page-failed', 'a bundled font did not load')
}

function handToSystem(
  window: BrowserWindow,
  { paper, landscape }: { readonly paper: Paper; readonly landscape: boolean },
  deviceName: string,
  copies: number,
  handed: { over: boolean },
): Promise<SendResult> {
  return new Promise(resolve => {
    handed.over = true
    const options = { silent: true, deviceName, copies, pageSize: paper, landscape, printBackground: true }
    window.webContents.print({ ...options, margins: { marginType: 'none' } }, taken => {
      resolve(
        taken
          ? { state: 'unknown', code: 'print.handed-to-system' }
          : { state: 'failed', code: 'printer.queue-refused' },
      )
    })
  })
}

function startLimit(limitMs: number): { readonly over: Promise<never>; readonly stop: () => void } {
  let timer: NodeJS.Timeout | undefined
  const over = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new PrintError('print.page-timeout')), limitMs)
  })
  return { over, stop: () => clearTimeout(timer) }
}
