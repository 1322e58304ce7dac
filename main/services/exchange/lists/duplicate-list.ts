import type { FoundCertainty } from '../../../db/duplicate-repository'
import type { JobContext, SheetValue } from '../../jobs/job'
import type { ExportedList } from '../exported-list'
import { personCells, personHeader } from './person-cells'

const atATime = 200
const words: Readonly<Record<FoundCertainty, string>> = {
  certain: 'Chắc chắn',
  likely: 'Rất có thể',
  possible: 'Có thể',
}

/** Pairs of records that may be one person and about whom nobody has decided, one pair a row, surest first. */
export function duplicateList(certainty: FoundCertainty): ExportedList {
  return {
    title: 'Hồ sơ có thể trùng',
    fileName: 'ho-so-co-the-trung',
    filter: words[certainty],
    header: [
      'Mức',
      'Xác suất (%)',
      ...personHeader.map(name => `${name} (1)`),
      ...personHeader.map(name => `${name} (2)`),
    ],
    read: context => readPairs(context, certainty),
  }
}

async function readPairs(
  { store, resources, progress, breathe }: JobContext,
  certainty: FoundCertainty,
): Promise<readonly (readonly SheetValue[])[]> {
  const total = store.duplicates.countOpen()[certainty]
  const rows: (readonly SheetValue[])[] = []
  for (let offset = 0; ; offset += atATime) {
    const pairs = store.duplicates.page(certainty, atATime, offset)
    for (const { leftId, rightId, probability } of pairs) {
      const [left, right] = [store.persons.find(leftId), store.persons.find(rightId)]
      if (!left || !right) continue
      const percent = Math.round(probability * 1000) / 10
      rows.push([
        words[certainty],
        percent,
        ...personCells(left, resources.units),
        ...personCells(right, resources.units),
      ])
    }
    progress(rows.length, total)
    if (pairs.length < atATime) return rows
    await breathe()
  }
}
