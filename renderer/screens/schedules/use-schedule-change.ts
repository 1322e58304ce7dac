import { useState } from 'react'
import {
  applySchedule,
  chooseScheduleFile,
  previewWithdrawal,
  type SchedulePreview,
} from '../../../src/contract/schedule-calls'
import { useCallMutation } from '../../data/use-call-mutation'
import { useImpact } from './use-impact'

/** What has just been done, for the screen to say. */
export type DoneChange = { readonly action: SchedulePreview['action']; readonly name: string }

/** Choose, look, count, apply: nothing is written before the last step. */
export function useScheduleChange() {
  const choosing = useCallMutation(chooseScheduleFile)
  const goingBack = useCallMutation(previewWithdrawal)
  const applying = useCallMutation(applySchedule)
  const impact = useImpact()
  const [preview, setPreview] = useState<SchedulePreview | null>(null)
  const [done, setDone] = useState<DoneChange | null>(null)

  function show(next: SchedulePreview | null) {
    applying.clearError()
    impact.clear()
    setDone(null)
    setPreview(next)
    if (next?.difference) void impact.measure(next.token)
  }
  return {
    preview,
    done,
    impact,
    isReading: choosing.isSaving || goingBack.isSaving,
    isApplying: applying.isSaving,
    // Somebody who closed the dialog knows it.
    error: choosing.error?.code === 'schedule-file.cancelled' ? null : (choosing.error ?? goingBack.error),
    applyError: applying.error,
    close: () => show(null),
    async choose() {
      goingBack.clearError()
      const answer = await choosing.send({})
      if (answer.ok) show(answer.value)
    },
    async previewGoingBack(fileId: string) {
      choosing.clearError()
      const answer = await goingBack.send({ fileId })
      if (answer.ok) show(answer.value)
    },
    async apply(reason: string, name: string): Promise<boolean> {
      if (!preview) return false
      const answer = await applying.send({ token: preview.token, reason })
      if (!answer.ok) return false
      show(null)
      setDone({ action: preview.action, name })
      return true
    },
  }
}
export type ScheduleChange = ReturnType<typeof useScheduleChange>
