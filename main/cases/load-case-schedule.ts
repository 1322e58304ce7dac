import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { readSchedule } from '../../src/contract/schedule-file'
import { readVaccines } from '../../src/contract/vaccine-file'
import { importCdsi, readImported } from '../cdsi/import-cdsi'
import { readCdsiFolder } from '../cdsi/read-folder'
import type { CaseSchedule } from './run-case'

/**
 * What cases are to be run against: a folder that `schedule import-cdsi` wrote, a folder of CDC's XML files, or the
 * name of a schedule in `resources/schedules`. Throws when it is none of these or cannot be used.
 */
export function loadCaseSchedule(folderOrName: string, resources: string): CaseSchedule {
  const imported = path.join(folderOrName, 'schedule.json')
  if (existsSync(imported)) {
    return readImported({
      schedule: readJson(imported),
      vaccines: readJson(path.join(folderOrName, 'vaccines.json')),
    })
  }
  if (existsSync(folderOrName)) return readImported(importCdsi(readCdsiFolder(folderOrName)))
  const vaccines = readVaccines(readJson(path.join(resources, 'vaccines', 'vaccines.json')))
  const file = readJson(path.join(resources, 'schedules', `${folderOrName}.json`))
  return { schedule: readSchedule(file, vaccines), vaccines }
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'))
}
