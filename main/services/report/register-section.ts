import type { CalendarDay } from '../../../src/domain/calendar/calendar-day'
import { dayOnPaper } from '../../../src/domain/document/words'
import { displayName } from '../../../src/domain/person/display-name'
import { identifierOf } from '../../../src/domain/person/identifiers'
import type { Person } from '../../../src/domain/person/person'
import { residenceOn } from '../../../src/domain/person/residence'
import { addressLine } from '../../../src/domain/person/units'
import { monthOf } from '../../../src/domain/report/count-programme'
import type { CellValue, CountedRow } from '../../../src/domain/report/counted-report'
import { type BookDose, cellOfDose, doseInColumn } from '../../../src/domain/report/register-book'
import type { FormSection, ListColumn } from '../../../src/domain/report/report-form'
import { daysOfPeriod } from '../../../src/domain/report/report-period'
import { groupBy } from '../../../src/domain/schedule/group-by'
import type { Stored } from '../../db/record-store'
import type { TalliedDose } from '../../db/report-list-repository'
import { residencesOf } from '../family/residence'
import { contactOf } from '../person/person-hit'
import type { Named, ReportAsked, ReportPorts, SectionWork } from './section-work'

type ListSection = Extract<FormSection, { readonly kind: 'list' }>
type Child = { readonly personId: string; readonly birthDate: CalendarDay; readonly hamlet: string }

/** Looked up together: some milliseconds. */
const atATime = 100

/** Everybody registered who was born in the year, by hamlet and day of birth: one a line, a column a dose with its day. */
export const registerWork: SectionWork<ListSection> = {
  async count(ports, section, asked) {
    const children = childrenOf(ports, asked)
    const rows: CountedRow[] = []
    for (let from = 0; from < children.length; from += atATime) {
      await ports.breathe()
      ports.progress(from, children.length)
      const part = children.slice(from, from + atATime)
      const doses = dosesBy(ports, part)
      for (const { personId } of part) {
        const person = ports.store.records.find('person', personId)
        if (!person) continue
        const own = (doses.get(personId) ?? []).map(dose => dose.book)
        const line = { person, doses: own }
        rows.push({
          id: personId,
          label: null,
          cells: section.columns.map(column => cellOf(ports, line, column)),
        })
      }
    }
    return rows
  },
  names(ports, section, asked, { rowId, columnId }) {
    const column = section.columns.find(({ id }) => id === columnId)
    const child = childrenOf(ports, asked).find(({ personId }) => personId === rowId)
    const person = child && ports.store.records.find('person', rowId)
    if (!column || !person) return []
    if (!column.select) return [personName(person)]
    const doses = dosesBy(ports, [child]).get(rowId) ?? []
    const dose = doseInColumn(
      doses.map(({ book }) => book),
      column.select,
    )
    return doses.filter(({ book }) => book === dose).map(({ row }) => doseName(row))
  },
}

function childrenOf({ store }: ReportPorts, { key }: ReportAsked): readonly Child[] {
  const days = daysOfPeriod(key.period)
  if (!days) throw new Error('a register is of the children of some days')
  return store.handbook
    .born(days.from, days.to)
    .toSorted(
      (a, b) =>
        a.hamlet.localeCompare(b.hamlet, 'vi', { numeric: true }) ||
        (a.birthDate < b.birthDate ? -1 : a.birthDate > b.birthDate ? 1 : a.personId < b.personId ? -1 : 1),
    )
}

type Told = { readonly row: TalliedDose; readonly book: BookDose }

/** The doses of these children, each once for every antigen it was judged for. */
function dosesBy({ store }: ReportPorts, children: readonly Child[]): ReadonlyMap<string, readonly Told[]> {
  const rows = store.reportLists.dosesOf(children.map(({ personId }) => personId))
  return groupBy(
    rows.flatMap(row =>
      store.tally.dims(row.dimsId).map((fact): Told => {
        const dims = { ...fact, month: monthOf(row.on) }
        return { row, book: { dims, doseId: row.doseId, on: row.on, accuracy: row.accuracy } }
      }),
    ),
    ({ row }) => row.personId,
  )
}

type Line = { readonly person: Stored<Person>; readonly doses: readonly BookDose[] }

function cellOf(ports: ReportPorts, line: Line, { field, select }: ListColumn): CellValue {
  if (select) return cellOfDose(doseInColumn(line.doses, select))
  return saidOf(ports, line, field)
}

function saidOf({ store, resources, today }: ReportPorts, { person }: Line, field: string): CellValue {
  const { current } = person.addresses
  switch (field) {
    case 'name':
      return displayName(person)
    case 'birth-date':
      return { day: person.birthDate }
    case 'sex':
      return person.sex === 'unknown' ? null : sexWords[person.sex]
    case 'code':
      return identifierOf(person, 'niis-code') ?? identifierOf(person, 'person-code')
    case 'parent':
      return contactOf(person)?.name ?? null
    case 'phone':
      return person.phone ?? person.relatives.find(({ phone }) => phone !== null)?.phone ?? null
    case 'hamlet':
      return current?.hamlet ?? null
    case 'address':
      return addressLine(resources.units, current) || null
    case 'protected-at-birth':
      return person.protectedAtBirth === null ? null : person.protectedAtBirth ? 'Có' : 'Không'
    case 'note':
      return residenceWords({ store }, person.id, today)
    default:
      return null
  }
}

const sexWords = { male: 'Nam', female: 'Nữ' } as const
const movedWords: Readonly<Record<string, string>> = {
  'moved-in': 'Chuyển đến',
  'moved-out': 'Chuyển đi',
  temporary: 'Tạm trú',
  lost: 'Mất dấu',
  died: 'Tử vong',
  stopped: 'Ngừng theo dõi',
}

/** Why a line ends: moved, died … and since when. */
function residenceWords(
  { store }: Pick<ReportPorts, 'store'>,
  personId: string,
  today: CalendarDay,
): string | null {
  const entry = residenceOn(residencesOf({ store }, personId), today)
  const words = entry && movedWords[entry.state]
  return words ? `${words} ${dayOnPaper(entry.on)}` : null
}

function personName({ id, birthDate, createdAt }: Stored<Person>): Named {
  return {
    ...{ noun: 'person', recordId: id, personId: id, label: null },
    ...{ on: birthDate, enteredAt: createdAt, quantity: 1 },
  }
}

function doseName({ doseId, personId, on, enteredAt }: TalliedDose): Named {
  return { noun: 'dose', recordId: doseId, personId, label: null, on, enteredAt, quantity: 1 }
}
