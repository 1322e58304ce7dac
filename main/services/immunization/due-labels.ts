import type { CalendarDay } from '../../../src/domain/calendar/calendar-day'
import type { Person } from '../../../src/domain/person/person'
import type { DueDose } from '../../../src/domain/schedule/chart-types'
import type { Schedule } from '../../../src/domain/schedule/schedule-types'
import type { Face } from '../../db/faces'
import { keepNewest } from '../keep-newest'
import { currentSchedule } from '../schedule/current-book'
import { type ChartSources, chartInput } from './chart'
import { keptChart } from './kept-charts'

/** A full room and those who have just left it. */
const keptCards = 400

/** What a card needs to know of a due dose. */
export type DueWord = Pick<DueDose, 'label' | 'antigens' | 'doseNumber'>

type OnCards = { readonly schedule: Schedule; readonly answers: Map<string, readonly DueWord[]> }

/** What was due on the cards of a store, by person and by how often something was written about them. */
const onCards = new WeakMap<object, OnCards>()

/**
 * What is due to the people of a board, asked of each in turn. Who was not written about since the last board costs
 * nothing: whatever a forecast rests on counts `marks` up, in the same transaction.
 */
export function dueOnCards(sources: ChartSources, on: CalendarDay) {
  const schedule = currentSchedule(sources, on)
  const offered = JSON.stringify(sources.store.point()?.offeredAntigens ?? [])
  const known = onCards.get(sources.store)
  const answers = known?.schedule === schedule ? known.answers : new Map<string, readonly DueWord[]>()
  onCards.set(sources.store, { schedule, answers })
  return ({ personId, marks }: Pick<Face, 'personId' | 'marks'>): readonly DueWord[] => {
    const question = `${personId} ${marks} ${on} ${offered}`
    const kept = answers.get(question)
    if (kept) return kept
    const person = sources.store.records.find('person', personId)
    const due = person ? dueInShort(sources, personId, person, on) : []
    keepNewest(answers, keptCards, question, due)
    return due
  }
}

/** What is due to somebody on a day, in short. */
function dueInShort(
  sources: ChartSources,
  personId: string,
  person: Person,
  on: CalendarDay,
): readonly DueWord[] {
  const { today } = keptChart(chartInput(sources, personId, person, on))
  return today.map(({ label, antigens, doseNumber }) => ({ label, antigens, doseNumber }))
}
