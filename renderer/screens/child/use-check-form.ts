import { useState } from 'react'
import {
  type ChildCheckFields,
  type ChildCheckView,
  type ChildPicture,
  correctChildCheck,
  recordChildCheck,
} from '../../../src/contract/child-calls'
import type { CalendarDay } from '../../../src/domain/calendar/calendar-day'
import { formatDay } from '../../components/format'
import { useDraft } from '../../components/use-draft'
import { useCallMutation } from '../../data/use-call-mutation'
import { text } from '../../text'
import { type CheckDraft, draftOf, fieldsOf, newDraft } from './check-draft'

/** A check as a draft, and the two ways it is saved: as a new one, or as a correction with its reason. */
export function useCheckForm(props: {
  readonly picture: ChildPicture
  readonly check: ChildCheckView | null
  readonly today: CalendarDay
  readonly onDone: (sentence: string) => void
}) {
  const { picture, check, today, onDone } = props
  const key = `child-check ${picture.personId} ${check?.checkId ?? ''}`
  const { draft, setDraft, clear } = useDraft<CheckDraft>(key, () =>
    check ? draftOf(check, picture) : newDraft(picture, today),
  )
  const recording = useCallMutation(recordChildCheck)
  const correcting = useCallMutation(correctChildCheck)
  // What the reason will be sent with; null as long as none is asked.
  const [asking, setAsking] = useState<{ readonly measuredAgain: boolean } | null>(null)
  const fields = fieldsOf(draft)

  function change(part: Partial<CheckDraft>) {
    recording.clearError()
    correcting.clearError()
    setDraft({ ...draft, ...part })
  }
  function done({ nextVisitOn }: ChildCheckFields) {
    clear()
    const { saved, savedNext } = text.child.form
    onDone(nextVisitOn === null ? saved : savedNext(formatDay(nextVisitOn)))
  }
  async function record(measuredAgain: boolean) {
    if (!fields) return
    const answer = await recording.send({ personId: picture.personId, check: fields, measuredAgain })
    if (answer.ok) done(fields)
  }
  async function correct(reason: string) {
    if (!fields || !check) return
    const measuredAgain = asking?.measuredAgain ?? false
    const answer = await correcting.send({ checkId: check.checkId, changes: fields, measuredAgain, reason })
    setAsking(null)
    if (answer.ok) done(fields)
  }
  return {
    draft,
    change,
    fields,
    error: recording.error ?? correcting.error,
    isSaving: recording.isSaving || correcting.isSaving,
    save: (measuredAgain: boolean) => (check ? setAsking({ measuredAgain }) : void record(measuredAgain)),
    asksReason: asking !== null,
    saveBecause: (reason: string) => void correct(reason),
    closeReason: () => setAsking(null),
  }
}
