import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { type AddressInfo, createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PNG } from 'pngjs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type LaunchedApp, launchApp } from '../helpers/electron-app'
import { canRunPrintSystem, type PrintSystem, startPrintSystem } from '../helpers/print-system'
import { ask, until } from './support/ask'

/** A printer that takes every connection and keeps what comes. */
type Collector = { readonly port: number; readonly jobs: Buffer[]; readonly server: Server }

let folder: string
let system: PrintSystem
let printer: Collector
let desk: LaunchedApp
let personId: string

async function startCollector(): Promise<Collector> {
  const jobs: Buffer[] = []
  const server = createServer(socket => {
    const parts: Buffer[] = []
    socket.on('data', part => parts.push(part))
    socket.on('end', () => {
      if (parts.length > 0) jobs.push(Buffer.concat(parts))
      socket.end()
    })
    // A print system that gives up resets the line; what came until then is all there is.
    socket.on('error', () => socket.destroy())
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return { port: (server.address() as AddressInfo).port, jobs, server }
}

function textOf(pdf: Buffer): { readonly text: string; readonly info: string } {
  const file = join(folder, 'printed.pdf')
  writeFileSync(file, pdf)
  const run = (command: string, args: readonly string[]) =>
    execFileSync(command, [...args], { encoding: 'utf8' }).normalize('NFC')
  return { text: run('pdftotext', ['-layout', file, '-']), info: run('pdfinfo', [file]) }
}

function record(paper: 'A4' | 'A5', bilingual = false) {
  return { kind: 'vaccination-record', personId, visitId: null, paper, bilingual }
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'diem-tiem-paper-'))
  if (canRunPrintSystem) {
    system = await startPrintSystem()
    printer = await startCollector()
    system.addQueue('Trang-A4', printer.port)
  }
  desk = await launchApp({
    userData: join(folder, 'data'),
    args: ['--practice'],
    env: { DIEM_TIEM_START_AT: '2026-11-22T01:00:00.000Z', ...(canRunPrintSystem ? system.env : {}) },
  })
  await desk.window.getByTestId('pin').fill('2580')
  await desk.window.keyboard.press('Enter')
  await desk.window.getByTestId('screen-reception').waitFor()
  const { hits } = await ask<{ hits: readonly { personId: string }[] }>(desk.window, 'person.search', {
    text: 'nguyen 2025',
    limit: 1,
  })
  personId = hits[0]?.personId ?? ''
})
afterAll(async () => {
  await desk?.close()
  if (canRunPrintSystem) {
    printer.server.close()
    await system.close()
  }
  rmSync(folder, { recursive: true, force: true })
})

describe('paper', () => {
  const previews = [
    { what: 'the record on A4', request: () => record('A4'), width: 794 },
    { what: 'the record on A5, in two languages', request: () => record('A5', true), width: 559 },
    { what: 'the slip', request: () => ({ ...record('A4'), kind: 'appointment-slip' }), width: 576 },
    { what: 'the label', request: () => ({ ...record('A4'), kind: 'person-label' }), width: 400 },
  ]
  test.each(previews)('$what is shown as it will come out', async ({ request, width }) => {
    const { dataUrl } = await ask<{ dataUrl: string }>(desk.window, 'document.preview', request())
    const picture = PNG.sync.read(Buffer.from(dataUrl.split(',')[1] ?? '', 'base64'))
    expect(picture.width).toBe(width)
    const dark = picture.data.filter((value, index) => index % 4 === 0 && value < 100).length
    expect(dark).toBeGreaterThan(1000)
  })

  test('a template of the province is taken in by hand, refused when it is wrong, and withdrawn', async () => {
    const { window } = desk
    await window.getByTestId('nav-set-up').click()
    const open = () => window.getByTestId('template-vaccination-certificate').click()
    await open()
    const field = window.getByTestId('template-text')
    const shipped = await field.inputValue()
    expect(await window.getByTestId('take-template').isDisabled()).toBe(true)
    await window.getByTestId('template-reason').fill('Công văn 12/SYT-NVY')
    await field.fill(shipped.replace('"signature"', '"signatur"'))
    await window.getByTestId('take-template').click()
    await window.locator('[data-error-code^="template."]').first().waitFor()
    const file = join(folder, 'mau.json')
    writeFileSync(file, shipped.replace('GIẤY XÁC NHẬN TIÊM CHỦNG', 'GIẤY XÁC NHẬN CỦA TỈNH'))
    await window.getByTestId('template-file').setInputFiles(file)
    await until(async () => ((await field.inputValue()).includes('CỦA TỈNH') ? true : null), 'the file')
    await window.getByTestId('take-template').click()
    await window.getByText('Đã đổi mẫu').waitFor()
    const taken = async () => {
      const views = await ask<readonly { kind: string; taken: object | null }[]>(window, 'template.list', {})
      return views.find(({ kind }) => kind === 'vaccination-certificate')?.taken ?? null
    }
    expect(await taken()).toMatchObject({ byName: expect.any(String) })
    await open()
    await window.getByTestId('template-reason').fill('Tỉnh rút mẫu')
    await window.getByTestId('drop-template').click()
    await until(async () => ((await taken()) === null ? true : null), 'the withdrawal')
  })

  test('a missing printer is said, and nothing is spooled', async () => {
    await expect(ask(desk.window, 'document.print', record('A4'))).rejects.toThrow('print.no-printer')
    expect(await ask(desk.window, 'print.list-jobs', { limit: 10 })).toEqual([])
  })

  test.skipIf(!canRunPrintSystem)(
    'the record goes to a queue of the system, in its size, with every mark',
    async () => {
      await ask(desk.window, 'printer.save', {
        printerId: null,
        printer: {
          name: 'Máy in trang',
          role: 'page',
          language: 'page',
          connection: { kind: 'queue', name: 'Trang-A4' },
          widthDots: 576,
          dpi: 203,
          labelMm: { widthMm: 50, heightMm: 30, gapMm: 2 },
          ackMode: 'none',
        },
      })
      const { displayName } = await ask<{ displayName: string }>(desk.window, 'person.get', { personId })
      for (const [index, paper] of (['A4', 'A5'] as const).entries()) {
        await ask(desk.window, 'document.print', record(paper))
        const pdf = await until(async () => printer.jobs[index] ?? null, `the ${paper} page`)
        const { text, info } = textOf(pdf)
        expect(text).toContain(displayName)
        expect(text).toContain('THỰC HÀNH')
        expect(info).toMatch(new RegExp(`Page size:.*\\(${paper}\\)`))
      }
    },
  )

  test.skipIf(!canRunPrintSystem)('a second copy says that it is one', async () => {
    const [job] = await ask<readonly { jobId: string; state: string }[]>(desk.window, 'print.list-jobs', {
      limit: 1,
    })
    // A queue takes the page and tells nothing more: only a person can see the paper.
    expect(job?.state).toBe('unknown')
    await ask(desk.window, 'print.reprint', { jobId: job?.jobId })
    const pdf = await until(async () => printer.jobs[2] ?? null, 'the copy')
    expect(textOf(pdf).text).toMatch(/in lại/i)
  })
})
