import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { readVaccines } from '../../src/contract/vaccine-file'
import { type ImportedFiles, importCdsi, readImported } from '../cdsi/import-cdsi'
import { readCdsiFolder } from '../cdsi/read-folder'
import { readSchedules } from '../resources/load'
import type { CaseSchedule } from './run-case'

/**
 * What cases are to be run against: a folder that `schedule import-cdsi` wrote, a folder of CDC's XML files, `vn` for
 * the schedules in `resources/schedules/vn` as they hold on the day of each case, or the code of one of their versions
 * (`tcmr-2024`) for all days. Throws when it is none of these or cannot be used.
 */
export function loadCaseSchedule(folderOrName: string, resources: string): CaseSchedule {
  const imported = path.join(folderOrName, 'schedule.json')
  if (existsSync(imported)) {
    return always({
      schedule: readJson(imported),
      vaccines: readJson(path.join(folderOrName, 'vaccines.json')),
    })
  }
  if (existsSync(folderOrName)) return always(importCdsi(readCdsiFolder(folderOrName)))
  const vaccines = readVaccines(readJson(path.join(resources, 'vaccines', 'vaccines.json')))
  const schedules = readSchedules(resources, vaccines)
  if (folderOrName === 'vn') return { scheduleOn: schedules.on, vaccines }
  const version = schedules.book.versions.find(
    ({ code }) => code.toLowerCase() === folderOrName.toLowerCase(),
  )
  if (!version) throw new Error(`no folder and no schedule is called ${folderOrName}`)
  return { scheduleOn: () => schedules.on(version.validFrom), vaccines }
}

function always(files: ImportedFiles): CaseSchedule {
  const { schedule, vaccines } = readImported(files)
  return { scheduleOn: () => schedule, vaccines }
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'))
}
