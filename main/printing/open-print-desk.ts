import { type BrowserWindow, dialog } from 'electron'
import type { DocumentRenderer } from './document-renderer'
import { createPagePrinter, pageFontBase } from './page/page-printer'
import { PrintDesk, type PrintDeskParts } from './print-desk'
import { servePrintCalls } from './serve-print-calls'

type Parts = Pick<PrintDeskParts, 'ask' | 'clock' | 'newId' | 'onJobChanged' | 'log'> & {
  readonly fontFolder: string
  readonly window: () => BrowserWindow | null
}

/** The print desk with Electron's parts: pages by Chromium, queues of the system, a dialog for files. */
export function openPrintDesk({ fontFolder, window, ...parts }: Parts) {
  let renderer: DocumentRenderer | null = null
  const desk = new PrintDesk({
    ...parts,
    fontBase: pageFontBase,
    pagePrinter: createPagePrinter(fontFolder),
    // Fonts and canvas are loaded at the first slip or label, not at the start.
    openRenderer: async () => {
      if (renderer) return renderer
      const { openDocumentRenderer } = await import('./document-renderer')
      renderer = openDocumentRenderer(fontFolder)
      return renderer
    },
    async queues() {
      const printers = (await window()?.webContents.getPrintersAsync()) ?? []
      return printers.map(({ name }) => ({ name }))
    },
    async chooseFile(suggestedName) {
      const { canceled, filePath } = await dialog.showSaveDialog({
        defaultPath: suggestedName,
        filters: [{ name: 'PDF', extensions: ['pdf'] }],
      })
      return canceled || !filePath ? null : filePath
    },
  })
  /** At the start, and when the engine came back: the end of a job may not have reached the disk meanwhile. */
  function recover(): void {
    desk.recover().catch((error: unknown) => parts.log(`print jobs could not be recovered: ${String(error)}`))
  }
  recover()
  return { calls: servePrintCalls(desk), recover }
}
