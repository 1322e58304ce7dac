import type { JobContext, SheetValue } from '../../jobs/job'
import type { ExportedList } from '../exported-list'
import { personCells, personHeader } from './person-cells'

const atATime = 500

/** Everybody registered in the order of names, or those a search found. */
export function personList(personIds: readonly string[] | null): ExportedList {
  return {
    title: 'Sổ người',
    fileName: 'so-nguoi',
    filter: personIds === null ? 'tất cả' : 'theo ô tìm',
    header: personHeader,
    async read(context) {
      const { store, resources } = context
      if (personIds !== null)
        return store.persons.many(personIds).map(person => personCells(person, resources.units))
      return readAll(context)
    },
  }
}

async function readAll({ store, resources, progress, breathe }: JobContext) {
  const total = store.persons.count()
  const rows: (readonly SheetValue[])[] = []
  for (let offset = 0; offset < total; offset += atATime) {
    const page = store.persons.page(offset, atATime)
    rows.push(...page.map(person => personCells(person, resources.units)))
    progress(Math.min(offset + atATime, total), total)
    await breathe()
  }
  return rows
}
