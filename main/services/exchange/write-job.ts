import { refuse } from '../../../src/contract/errors'
import type { ImportResult } from '../../../src/contract/import-calls'
import type { ImportedDose } from '../../../src/domain/exchange/import-doses'
import type { NewEntry } from '../../../src/domain/journal/entry'
import { toDose } from '../immunization/record-historical-doses'
import { defineJob } from '../jobs/job'
import type { WholeContext } from '../jobs/whole-write'
import { mintCode } from '../person/register-person'
import type { PreparedPerson } from './outcome'
import { prepareImport } from './prepare-import'

/** People handed over at once: with their doses about ten milliseconds of the engine. */
const peopleAtATime = 20

/** In the change history of people the list filled something in for. */
const fillReason = 'Điền thêm từ tệp nhập'

/**
 * Tries the list once more, now that nobody else writes, and hands over what is to be written, in one transaction of the
 * engine. Comes to an end with `import.changed-since`, and nothing written, when that is not what was shown.
 */
export const writeJob = defineJob({
  name: 'import.write',
  async run(context, { check, digest }): Promise<ImportResult> {
    const { people, summary } = await context.store.snapshotLong(() => prepareImport(context, check))
    if (summary.digest !== digest) refuse('import.changed-since')
    for (let at = 0; at < people.length; at += peopleAtATime) {
      await context.hand(people.slice(at, at + peopleAtATime))
      context.progress(Math.min(at + peopleAtATime, people.length), people.length)
    }
    return { persons: summary.newPersons, doses: summary.newDoses, filled: summary.filledPersons }
  },
  keepWhole(context, part) {
    const people = part as readonly PreparedPerson[]
    context.write(people.flatMap(prepared => entriesOf(context, prepared)))
  },
})

function entriesOf(
  context: WholeContext,
  { personId, person, fill, doses }: PreparedPerson,
): readonly NewEntry[] {
  const recordId = personId ?? context.newId()
  const entries: NewEntry[] = []
  if (person) {
    const code = { system: 'person-code' as const, value: mintCode(context, person) }
    const identifiers = [...person.identifiers.filter(({ system }) => system !== 'person-code'), code]
    entries.push({ noun: 'person', recordId, verb: 'recorded', body: { ...person, identifiers } })
  }
  if (fill) entries.push({ noun: 'person', recordId, verb: 'corrected', body: fill, reason: fillReason })
  for (const dose of doses)
    entries.push({ noun: 'dose', recordId: context.newId(), verb: 'recorded', body: bodyOf(recordId, dose) })
  return entries
}

function bodyOf(personId: string, { row: _row, vaccineText: _text, ...line }: ImportedDose) {
  return toDose(personId, line)
}
