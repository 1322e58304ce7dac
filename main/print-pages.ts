import { readFileSync, writeFileSync } from 'node:fs'
import { app } from 'electron'
import { createPagePrinter } from './printing/page/page-printer'
import type { PageJob } from './printing/page/run-pages'

/*
 * What `npm run print` starts for pages: Electron without the application. Reads a file of jobs, writes each page as PDF or
 * as a picture, ends. Exit code 1 with the reason when one fails.
 */
async function printAll(file: string): Promise<void> {
  const { fontFolder, jobs } = JSON.parse(readFileSync(file, 'utf8')) as {
    readonly fontFolder: string
    readonly jobs: readonly PageJob[]
  }
  const printer = createPagePrinter(fontFolder)
  for (const { html, paper, format, out } of jobs) {
    const bytes = await (format === 'pdf'
      ? printer.printToPdf(html, paper)
      : printer.previewPage(html, paper))
    writeFileSync(out, bytes)
  }
}

const file = process.argv.find(argument => argument.endsWith('.json'))
// Each page closes its window when it is done; the next one still comes.
app.on('window-all-closed', () => {})
app
  .whenReady()
  .then(() => printAll(file ?? ''))
  .then(
    () => app.exit(0),
    (error: unknown) => {
      process.stderr.write(`${String(error)}\n`)
      app.exit(1)
    },
  )
