import { readdirSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { type ForecastCase, readCases } from '../../../main/cases/case-file'
import type { CaseSchedule } from '../../../main/cases/run-case'
import { type CdsiSource, importCdsi, readImported } from '../../../main/cdsi/import-cdsi'

const folder = new URL('../../fixtures/cdsi/', import.meta.url)

function text(name: string): string {
  return gunzipSync(readFileSync(new URL(name, folder))).toString('utf8')
}

/** CDC's files as they are kept beside the tests. */
export function cdsiSource(): CdsiSource {
  const names = readdirSync(new URL('supporting/', folder)).filter(name => name.endsWith('.xml.gz'))
  const read = (name: string) => text(`supporting/${encodeURIComponent(name)}`)
  return {
    schedule: names
      .filter(name => name.startsWith('Schedule'))
      .map(read)
      .join(''),
    antigens: names.filter(name => name.startsWith('Antigen')).map(read),
  }
}

/** The US schedule in our format: a test subject. */
export function cdsiSchedule(): ReturnType<typeof readImported> & CaseSchedule {
  const imported = readImported(importCdsi(cdsiSource()))
  return { ...imported, scheduleOn: () => imported.schedule }
}

/** CDC's published cases. */
export function cdsiCases(): readonly ForecastCase[] {
  return readCases(text('cases.jsonl.gz'))
}
