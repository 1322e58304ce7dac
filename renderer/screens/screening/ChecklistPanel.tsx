import { getPerson } from '../../../src/contract/person-calls'
import { type BoardCard, getScreeningForm } from '../../../src/contract/visit-calls'
import type { CalendarDay } from '../../../src/domain/calendar/calendar-day'
import { ErrorNotice } from '../../components/ErrorNotice'
import { LateSkeleton } from '../../components/LateSkeleton'
import { useCallQuery } from '../../data/use-call-query'
import { ChecklistForm } from './ChecklistForm'

/** Reads what a checklist needs and shows it once all is there. */
export function ChecklistPanel(props: {
  readonly visitId: string
  readonly card: BoardCard
  readonly today: CalendarDay
  readonly onFinish: (sentence: string) => void
}) {
  const { card } = props
  const form = useCallQuery(getScreeningForm, { personId: card.personId })
  const person = useCallQuery(getPerson, { personId: card.personId })
  const failed = [form, person].find(read => read.error !== null && read.data === null)
  if (failed?.error) return <ErrorNotice error={failed.error} onRetry={failed.retry} />
  if (!form.data || !person.data) return <LateSkeleton lines={10} />
  return <ChecklistForm {...props} form={form.data} person={person.data} />
}
