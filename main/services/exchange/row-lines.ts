import type { RowCandidate, RowKind, RowLine, RowProblem } from '../../../src/contract/import-calls'
import { type ImportProblem, isBlockingProblem, problem } from '../../../src/domain/exchange/import-problems'
import type { JoinedPerson } from '../../../src/domain/exchange/join-alike'
import { importedName, type UnreadRow } from '../../../src/domain/exchange/read-import'
import { displayName } from '../../../src/domain/person/display-name'
import type { Person } from '../../../src/domain/person/person'
import type { Stored } from '../../db/record-store'
import type { Outcome } from './outcome'

const mostCandidates = 5

/** The line of a row nobody could be read of. */
export function linesOfUnread({ row, name, problems }: UnreadRow): readonly RowLine[] {
  return [{ ...blank, row, firstRow: row, kind: 'refused', name, problems: problems.map(toProblem) }]
}

const blank = {
  birthDate: null,
  doses: 0,
  rule: null,
  match: null,
  candidates: [],
  fields: [],
  differences: [],
} as const

/** The lines of all rows of one person; the first one says what the person comes to. */
export function linesOfPerson(imported: JoinedPerson, outcome: Outcome): readonly RowLine[] {
  const problems = [...imported.problems, ...outcome.problems]
  const [firstRow = 0] = imported.rows
  const badRow = problems.find(isBlockingProblem)?.row ?? firstRow
  const candidates = outcome.kind === 'possible' ? candidatesOf(imported, outcome) : []
  return imported.rows.map(row => {
    const isFirst = row === firstRow
    const doses = (outcome.newDoses ?? []).filter(dose => dose.row === row).length
    const own = problems.filter(it => it.row === row)
    return {
      ...blank,
      row,
      firstRow,
      kind:
        outcome.kind === 'added' && doses === 0 && !(isFirst && (outcome.fields?.length ?? 0) > 0)
          ? 'unchanged'
          : outcome.kind,
      name: importedName(imported),
      birthDate: imported.person.birthDate,
      doses,
      rule: outcome.rule ?? null,
      match: outcome.match ? toMatch(outcome.match) : null,
      candidates: isFirst ? candidates : [],
      fields: isFirst ? (outcome.fields ?? []) : [],
      differences: isFirst ? (outcome.differences ?? []) : [],
      problems: refusalOf(outcome.kind, own, row, badRow).map(toProblem),
    }
  })
}

/** A row without a fault of its own says which row keeps it out; an undecided one says that it waits. */
function refusalOf(
  kind: RowKind,
  own: readonly ImportProblem[],
  row: number,
  badRow: number,
): readonly ImportProblem[] {
  if (kind === 'possible') return [...own, problem('import.not-chosen', { row, column: null, text: '' })]
  if (kind !== 'refused' || own.some(isBlockingProblem)) return own
  return [...own, problem('import.other-row-refused', { row, column: null, text: String(badRow) })]
}

function toProblem({ code, row, column, value, severity }: ImportProblem): RowProblem {
  return { code, field: column, params: { row, column, value }, row, column, severity }
}

function toMatch({ id, birthDate, ...person }: Stored<Person>): RowLine['match'] {
  return { personId: id, displayName: displayName(person), birthDate }
}

function candidatesOf({ alike }: JoinedPerson, { matches = [] }: Outcome): readonly RowCandidate[] {
  const registered = matches.map(({ candidate, score }) => ({
    ...describe(candidate),
    personId: candidate.id,
    row: null,
    score,
  }))
  const listed = alike.map(({ candidate, score }) => ({
    ...describe(candidate),
    personId: null,
    row: candidate.firstRow,
    score,
  }))
  return [...registered, ...listed].slice(0, mostCandidates)
}

function describe(person: Person) {
  return {
    displayName: displayName(person),
    birthDate: person.birthDate,
    motherName: person.relatives.find(({ relation }) => relation === 'mother')?.name ?? null,
    phone: person.phone ?? person.relatives.find(({ phone }) => phone !== null)?.phone ?? null,
    hamlet: person.addresses.current?.hamlet ?? null,
  }
}
