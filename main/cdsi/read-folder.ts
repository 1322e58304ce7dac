import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { CdsiSource } from './import-cdsi'

/** The files of CDC's package as it is unpacked: one of the schedule, one an antigen. Throws when a part is missing. */
export function readCdsiFolder(folder: string): CdsiSource {
  const names = readdirSync(folder)
    .filter(name => name.endsWith('.xml'))
    .toSorted()
  const read = (name: string) => readFileSync(path.join(folder, name), 'utf8')
  const [schedule, ...others] = names.filter(name => name.startsWith('Schedule'))
  const antigens = names.filter(name => name.startsWith('Antigen'))
  if (schedule === undefined || others.length > 0 || antigens.length === 0)
    throw new Error(`${folder}: expected one Schedule*.xml and the Antigen*.xml of CDC's supporting data`)
  return { schedule: read(schedule), antigens: antigens.map(read) }
}
