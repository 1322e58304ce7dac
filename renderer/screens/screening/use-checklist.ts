import type { PersonView } from '../../../src/contract/person-calls'
import { leaveVisit, signScreening } from '../../../src/contract/visit-calls'
import { type CalendarDay, daysBetween } from '../../../src/domain/calendar/calendar-day'
import type { ScreeningForm } from '../../../src/domain/screening/form'
import { useDraft } from '../../components/use-draft'
import { useCallMutation } from '../../data/use-call-mutation'
import { text } from '../../text'
import { codes } from '../../text/codes'
import { answerAllNo, answersToSign, type ChecklistDraft, emptyDraft, judge, vitalsOf } from './checklist'

/** The checklist of one visit as a draft, its judgement, and the two ways it ends. */
export function useChecklist(props: {
  readonly visitId: string
  readonly today: CalendarDay
  readonly form: ScreeningForm
  readonly person: PersonView
  readonly onFinish: (sentence: string) => void
}) {
  const { visitId, today, form, person, onFinish } = props
  const key = `screening:${visitId}:${form.id}@${form.version}`
  const { draft, setDraft, clear } = useDraft<ChecklistDraft>(key, () => emptyDraft)
  const signing = useCallMutation(signScreening)
  const leaving = useCallMutation(leaveVisit)
  const state = judge(form, draft, daysBetween(person.person.birthDate, today))
  const change = (changes: Partial<ChecklistDraft>) => setDraft({ ...draft, ...changes })

  function finish(sentence: string) {
    clear()
    onFinish(sentence)
  }
  async function sign() {
    const { temperatureC, weightKg } = vitalsOf(draft)
    if (!state?.canSign || temperatureC === null) return
    const answer = await signing.send({
      visitId,
      formId: form.id,
      formVersion: form.version,
      temperatureC,
      weightKg,
      answers: answersToSign(state.answers),
      concluded: state.concluded,
      differsBecause: state.differs ? draft.differsBecause.trim() : null,
    })
    if (answer.ok) finish(text.screening.signed(person.displayName, codes.conclusions[state.concluded]))
  }
  async function leave(note: string) {
    const answer = await leaving.send({ visitId, note })
    if (answer.ok) finish(text.injection.left(person.displayName))
  }
  const allNo = () => change({ answers: answerAllNo(form, draft.answers) })
  return { draft, state, change, allNo, sign, leave, signing, leaving }
}

export type Checklist = ReturnType<typeof useChecklist>
