import type { PersonView } from '../../../src/contract/person-calls'
import type { ScreeningPreparation } from '../../../src/contract/screening-calls'
import { leaveVisit, signScreening } from '../../../src/contract/visit-calls'
import { formatDay } from '../../components/format'
import { useDraft } from '../../components/use-draft'
import { useCallMutation } from '../../data/use-call-mutation'
import { text } from '../../text'
import { codes } from '../../text/codes'
import {
  answerAllNo,
  answersToSign,
  type ChecklistDraft,
  type ChecklistState,
  firstDraft,
  judge,
  motherHbsagOf,
  overridesOf,
  vitalsOf,
} from './checklist'

/** What was signed, for the sentence and the papers after it. */
export type Signed = {
  readonly sentence: string
  readonly screeningId: string | null
  readonly personId: string
  readonly visitId: string
  /** The paper that goes with it: a referral slip for who is sent to hospital. */
  readonly isReferred: boolean
}

/** The checklist of one visit as a draft, its judgement, and the two ways it ends. */
export function useChecklist(props: {
  readonly visitId: string
  readonly prepared: ScreeningPreparation
  readonly person: PersonView
  readonly labels: readonly string[]
  readonly onFinish: (signed: Signed) => void
}) {
  const { visitId, prepared, person, onFinish } = props
  const { form } = prepared
  const key = `screening:${visitId}:${form.id}@${form.version}`
  const { draft, setDraft, clear } = useDraft<ChecklistDraft>(key, () => firstDraft(prepared))
  const signing = useCallMutation(signScreening)
  const leaving = useCallMutation(leaveVisit)
  const state = judge(prepared, draft)
  const change = (changes: Partial<ChecklistDraft>) => setDraft({ ...draft, ...changes })

  function finish(signed: Omit<Signed, 'personId' | 'visitId'>) {
    clear()
    onFinish({ ...signed, personId: person.personId, visitId })
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
      motherHbsag: motherHbsagOf(prepared, draft),
      answers: answersToSign(state.answers),
      concluded: state.concluded,
      differsBecause: state.differs ? draft.differsBecause.trim() : null,
      overrides: overridesOf(draft),
      consent: consentToSign(state),
      next: nextToSign(state, props.labels),
    })
    if (!answer.ok) return
    finish({
      sentence: sentenceOf(person.displayName, state),
      screeningId: answer.value.screeningId,
      isReferred: state.concluded === 'refer-hospital',
    })
  }
  async function leave(note: string) {
    const answer = await leaving.send({ visitId, note })
    if (answer.ok)
      finish({ sentence: text.injection.left(person.displayName), screeningId: null, isReferred: false })
  }
  const allNo = () =>
    change({ answers: answerAllNo([...form.items, ...(state?.questions ?? [])], draft.answers) })
  return { draft, state, change, allNo, sign, leave, signing, leaving }
}

/** Consent is asked of those who are to be vaccinated. */
function consentToSign({ concluded, consent }: ChecklistState) {
  if (concluded !== 'eligible') return null
  const { note, ...rest } = consent
  return { ...rest, byName: consent.byName.trim(), note: consent.given ? null : note.trim() }
}

function nextToSign({ next }: ChecklistState, labels: readonly string[]) {
  if (next === null || next.on === null) return null
  return { on: next.on, slot: next.slot, time: null, labels: labels.slice(0, 12) }
}

function sentenceOf(name: string, { concluded, consent, next }: ChecklistState): string {
  const isRefused = concluded === 'eligible' && !consent.given
  const words = isRefused ? codes.outcomes.refused : codes.conclusions[concluded]
  return next?.on
    ? text.screening.signedNext(name, words, formatDay(next.on))
    : text.screening.signed(name, words)
}

export type Checklist = ReturnType<typeof useChecklist>
