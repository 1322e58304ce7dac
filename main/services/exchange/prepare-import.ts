import { refuse } from '../../../src/contract/errors'
import type { ImportSummary, RowKind, RowLine } from '../../../src/contract/import-calls'
import type { ImportCheck } from '../../../src/contract/import-values'
import { isBlockingProblem, problem } from '../../../src/domain/exchange/import-problems'
import { type JoinedPerson, joinAlike } from '../../../src/domain/exchange/join-alike'
import { createImportReader } from '../../../src/domain/exchange/read-import'
import { fillOf } from '../../../src/domain/exchange/same-person'
import type { Person } from '../../../src/domain/person/person'
import type { Stored } from '../../db/record-store'
import { deskModel } from '../duplicate/linkage-model'
import type { JobContext } from '../jobs/job'
import { createLikenessJudge, createSameFinder, type Sameness } from './find-same'
import { choiceOf, importContextOf } from './import-context'
import { newDosesOf } from './new-doses'
import type { Outcome, PreparedPerson } from './outcome'
import { linesOfPerson, linesOfUnread } from './row-lines'
import { type FileAttachment, unpackTables } from './staged-import'

export type PreparedImport = {
  readonly lines: readonly RowLine[]
  readonly people: readonly PreparedPerson[]
  readonly summary: ImportSummary
}

/** Rows, or people, between two looks at whether the job was called off. */
const atATime = 250

/**
 * Reads a whole list and holds it against the register as it is at one moment. Reading and matching are the two halves of
 * the progress. The same for the trial and for the writing, so that both come to the same.
 */
export async function prepareImport(context: JobContext, check: ImportCheck): Promise<PreparedImport> {
  const { tables } = context.attachment as FileAttachment
  const table = (tables ? unpackTables(tables) : [])[check.sheet] ?? refuse('import.stale')
  const choice = choiceOf(table, check.headerRow, check.meanings)
  const reader = createImportReader(choice, importContextOf(context, check.vaccineNames))
  const total = Math.max(1, reader.rowCount - reader.firstRow)
  for (let row = reader.firstRow; row < reader.rowCount; row++) {
    reader.readRow(row)
    if (row % atATime === 0) await step(context, (row - reader.firstRow) / 2, total)
  }
  const decisions = new Map(check.decisions.map(one => [one.row, one]))
  const decided = (row: number) => decisions.get(row)
  const judge = createLikenessJudge(deskModel(context))
  const imported = joinAlike(reader.people(), judge, row => {
    const decision = decided(row)
    return decision && decision.personId === null ? decision.decision : null
  })
  const find = createSameFinder(context.store, judge)
  const lines: RowLine[] = reader.unread().flatMap(linesOfUnread)
  const people: PreparedPerson[] = []
  for (const [at, person] of imported.entries()) {
    const outcome = outcomeOf(context, person, find, decided(person.rows[0] ?? 0), check.isFilling)
    lines.push(...linesOfPerson(person, outcome))
    if (outcome.prepared) people.push(outcome.prepared)
    if (at % atATime === 0) await step(context, total / 2 + (at / imported.length) * (total / 2), total)
  }
  lines.sort((a, b) => a.row - b.row)
  return { lines, people, summary: summarize(lines, people, imported) }
}

async function step(context: JobContext, done: number, total: number): Promise<void> {
  context.progress(Math.round(done), total)
  await context.breathe()
}

type Decision = ImportCheck['decisions'][number] | undefined

function outcomeOf(
  context: JobContext,
  imported: JoinedPerson,
  find: (person: Person) => Sameness,
  decision: Decision,
  isFilling: boolean,
): Outcome {
  if (imported.problems.some(isBlockingProblem)) return { kind: 'refused', problems: [], prepared: null }
  const { person, doses } = imported
  const chosen =
    decision?.decision === 'same' && decision.personId ? context.store.persons.find(decision.personId) : null
  if (chosen && !chosen.voided) return sameOutcome(context, imported, chosen, 'chosen', isFilling)
  const found = find(person)
  if (found.kind === 'same') return sameOutcome(context, imported, found.person, found.rule, isFilling)
  if (found.kind === 'conflict') {
    const cell = {
      row: imported.rows[0] ?? 0,
      column: null,
      text: found.people.map(it => it.birthDate).join(', '),
    }
    return { kind: 'refused', problems: [problem('import.person-conflict', cell)], prepared: null }
  }
  const isNew = decision?.decision === 'new'
  const matches = found.kind === 'possible' && !isNew ? found.matches : []
  if (matches.length > 0 || imported.alike.length > 0)
    return { kind: 'possible', problems: [], prepared: null, matches }
  return {
    kind: 'new',
    problems: [],
    prepared: { personId: null, person, fill: null, doses },
    newDoses: doses,
  }
}

function sameOutcome(
  context: JobContext,
  imported: JoinedPerson,
  here: Stored<Person>,
  rule: NonNullable<RowLine['rule']>,
  isFilling: boolean,
): Outcome {
  const fresh = newDosesOf(context.store, here.id, here, imported.doses)
  if (fresh.problems.some(isBlockingProblem))
    return { kind: 'refused', problems: fresh.problems, prepared: null, match: here, rule }
  const fill = fillOf(here, imported.person)
  const differs = fill.differences.map(({ field, there }) =>
    problem('import.field-differs', { row: imported.rows[0] ?? 0, column: field, text: there }),
  )
  const fields = isFilling ? fill.fields : []
  const isMore = fresh.doses.length > 0 || fields.length > 0
  return {
    kind: isMore ? 'added' : 'unchanged',
    problems: [...fresh.problems, ...differs],
    prepared: isMore
      ? { personId: here.id, person: null, fill: fields.length > 0 ? fill.body : null, doses: fresh.doses }
      : null,
    match: here,
    rule,
    fields,
    differences: fill.differences,
    newDoses: fresh.doses,
    knownDoses: fresh.known,
  }
}

function summarize(
  lines: readonly RowLine[],
  people: readonly PreparedPerson[],
  imported: readonly JoinedPerson[],
): ImportSummary {
  const count = (kind: RowKind) => lines.filter(line => line.kind === kind).length
  const newDoses = people.reduce((sum, { doses }) => sum + doses.length, 0)
  return {
    rows: lines.length,
    persons: imported.length,
    kinds: {
      new: count('new'),
      added: count('added'),
      unchanged: count('unchanged'),
      possible: count('possible'),
      refused: count('refused'),
    },
    newPersons: people.filter(({ personId }) => personId === null).length,
    newDoses,
    knownDoses: imported.reduce((sum, { doses }) => sum + doses.length, 0) - newDoses,
    filledPersons: people.filter(({ fill }) => fill !== null).length,
    differences: lines.reduce((sum, { differences }) => sum + differences.length, 0),
    digest: digestOf(lines, people),
  }
}

/** A short sum over what would be written for whom: equal when, and as good as only when, that is equal. */
function digestOf(lines: readonly RowLine[], people: readonly PreparedPerson[]): string {
  let [high, low] = [0xdeadbeef, 0x41c6ce57]
  const take = (text: string) => {
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at)
      high = Math.imul(high ^ code, 2_654_435_761)
      low = Math.imul(low ^ code, 1_597_334_677)
    }
  }
  for (const { row, kind } of lines) take(`${row}${kind}`)
  for (const { personId, person, fill, doses } of people) {
    take(`${personId ?? `${person?.name} ${person?.birthDate}`}|${Object.keys(fill ?? {}).join()}`)
    for (const { vaccineCode, givenOn } of doses) take(`${vaccineCode}${givenOn}`)
  }
  return `${(high >>> 0).toString(16)}${(low >>> 0).toString(16)}`
}
