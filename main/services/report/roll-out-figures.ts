import { addOffset } from '../../../src/domain/calendar/offset'
import { isFollowed, residenceOn } from '../../../src/domain/person/residence'
import type { CellValue } from '../../../src/domain/report/counted-report'
import type { PeriodDays } from '../../../src/domain/report/report-period'
import type { PointStatus, Readiness } from '../../../src/domain/supervision/point-status'
import type { FigureRow } from '../../db/report-list-repository'
import { residencesOf } from '../family/residence'
import { daysAsked } from './list-section'
import type { Named, ReportAsked, ReportPorts } from './section-work'

/** A figure the program proposes, and the records it is made of. */
export type Figure = { readonly value: CellValue; readonly names: () => readonly Named[] }

const nobody = (): readonly Named[] => []

/** A figure of the roll-out report; null for a name that is none. Khánh Hòa 929/SYT-NVY, niis.md §5.2. */
export function rollOutFigure(ports: ReportPorts, asked: ReportAsked, name: string): Figure | null {
  const days = daysAsked(asked)
  const { reportLists } = ports.store
  switch (name) {
    case 'accounts':
      return counted(reportLists.countUsers(days), () => rowsAs('user', reportLists.users(days)))
    case 'people':
      return counted(reportLists.countPeople(days), () => rowsAs('person', reportLists.people(days)))
    case 'doses':
      return counted(reportLists.countGiven(days), () => rowsAs('dose', reportLists.given(days)))
    case 'infants':
      return infants(ports, days)
    case 'started-on': {
      const on = reportLists.firstGivenOn()
      return { value: on && { day: on }, names: nobody }
    }
    case 'suspected-duplicates': {
      const { certain, likely } = ports.store.duplicates.countOpen()
      return counted(certain + likely, () => pairs(ports))
    }
    default:
      return standing(ports, days, name)
  }
}

function counted(value: number, names: () => readonly Named[]): Figure {
  return { value, names }
}

function rowsAs(noun: 'user' | 'person' | 'dose', rows: readonly FigureRow[]): readonly Named[] {
  return rows.map(row => ({ noun, ...row, label: null, quantity: 1 }))
}

/** Children under twelve months on the last day of the period, or today, whom the point follows. */
function infants(ports: ReportPorts, { to }: PeriodDays): Figure {
  const { store, today } = ports
  const on = to < today ? to : today
  const since = addOffset(on, { years: -1, months: 0, days: 1 })
  const children = store.handbook
    .born(since, on)
    .filter(({ personId }) => isFollowed(residenceOn(residencesOf(ports, personId), on), on))
  const names = () =>
    children.flatMap(({ personId, birthDate }): Named[] => {
      const person = store.records.find('person', personId)
      if (!person) return []
      const { createdAt: enteredAt } = person
      return [
        {
          ...{ noun: 'person', recordId: personId, personId, label: null },
          ...{ on: birthDate, enteredAt, quantity: 1 },
        },
      ]
    })
  return { value: children.length, names }
}

/** One name a pair that may be one person: the first of the two. */
function pairs({ store }: ReportPorts): readonly Named[] {
  return (['certain', 'likely'] as const)
    .flatMap(certainty => store.duplicates.page(certainty, mostPairs, 0))
    .flatMap(({ leftId }): Named[] => {
      const person = store.records.find('person', leftId)
      if (!person) return []
      const { birthDate: on, createdAt: enteredAt } = person
      return [{ noun: 'person', recordId: leftId, personId: leftId, label: null, on, enteredAt, quantity: 1 }]
    })
}

/** More pairs than a point can have. */
const mostPairs = 100_000

const readinessWords: Readonly<Record<Readiness, string | null>> = { yes: 'Có', no: 'Không', unknown: null }

/** What the point said of itself last in the period or before. */
function standing({ store }: ReportPorts, { to }: PeriodDays, name: string): Figure | null {
  const statuses = store.records.list('point-status', {}, 'created_stamp')
  const status = statuses.findLast(({ on }) => on <= to)
  const say = fieldOf[name]
  if (!say) return null
  const value = status ? say(status) : null
  if (!status || typeof value !== 'number') return { value, names: nobody }
  const { id: recordId, on, createdAt: enteredAt } = status
  const said: Named = {
    ...{ noun: 'point-status', recordId, personId: null, label: null },
    ...{ on, enteredAt, quantity: value },
  }
  return { value, names: () => [said] }
}

const fieldOf: Readonly<Record<string, (status: PointStatus) => CellValue>> = {
  computer: ({ computer }) => readinessWords[computer],
  printer: ({ printer }) => readinessWords[printer],
  internet: ({ internet }) => readinessWords[internet],
  power: ({ power }) => readinessWords[power],
  'internet-kind': ({ internetKind }) => internetKind,
  'trained-staff': ({ trainedStaff }) => trainedStaff,
  births: ({ births }) => births,
  'doses-on-paper': ({ dosesOnPaper }) => dosesOnPaper,
  'has-stock': ({ hasStock }) => (hasStock ? 'Có' : 'Không'),
  'last-supervised-on': ({ lastSupervisedOn }) => lastSupervisedOn && { day: lastSupervisedOn },
}
