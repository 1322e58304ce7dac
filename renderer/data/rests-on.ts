import { getEmergencyCard, listReportClocks } from '../../src/contract/aefi-calls'
import { countConflicts } from '../../src/contract/arrival-calls'
import { listFridges } from '../../src/contract/cold-chain-calls'
import { listVaccines } from '../../src/contract/dose-calls'
import { listJobs } from '../../src/contract/job-calls'
import { getLinkStatus } from '../../src/contract/link-calls'
import { getPregnancyRules } from '../../src/contract/pregnancy-calls'
import { listPrinters } from '../../src/contract/print-calls'
import { summarizeFindings } from '../../src/contract/register-doctor-calls'
import { listDueReports } from '../../src/contract/report-life-calls'
import { listSchedules } from '../../src/contract/schedule-calls'
import type { Noun } from '../../src/domain/journal/entry'

/** Reads kept for as long as the window lives: what ships with the application. */
const lasting = new Set([
  'unit.list-provinces',
  'unit.list-communes',
  'code.list-ethnic-groups',
  listVaccines.name,
  getPregnancyRules.name,
])

/**
 * What the frame shows on every screen, and the only records it rests on. A morning writes thousands of times; without this
 * each time asked for the schedules and the printers again. A read that is not named here may rest on anything.
 */
const restsOn: ReadonlyMap<string, readonly Noun[]> = new Map<string, readonly Noun[]>([
  [listSchedules.name, ['schedule-file', 'point']],
  [getEmergencyCard.name, ['kit-check']],
  [listReportClocks.name, ['aefi-case', 'contact', 'dose', 'person', 'reaction', 'merge']],
  [
    listFridges.name,
    ['fridge', 'fridge-reading', 'fridge-log', 'breach', 'breach-decision', 'lot', 'movement'],
  ],
  [countConflicts.name, ['conflict']],
  // Doses count for its review, which looks again by itself.
  [listDueReports.name, ['report', 'aefi-case']],
  // A dose given changes it only for whoever has a finding; the screen of findings reads again what it saves itself.
  [summarizeFindings.name, ['finding-decision', 'person', 'merge', 'pair-decision']],
  // Of this PC alone: who changes a printer, runs a job or uploads says so by events of their own; the chip of what waits
  // looks again by itself.
  [getLinkStatus.name, []],
  [listPrinters.name, []],
  [listJobs.name, []],
])

/** True when nothing that happens can change it. */
export function isLasting(call: string): boolean {
  return lasting.has(call)
}

/** True unless nothing about these records can change what the call answers. */
export function mayChange(call: string, nouns: readonly Noun[]): boolean {
  if (lasting.has(call)) return false
  return restsOn.get(call)?.some(noun => nouns.includes(noun)) ?? true
}
