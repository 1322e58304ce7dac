import { useState } from 'react'
import type { Answer } from '../../../src/contract/call'
import { type PrinterView, type PrintJobView, reprintJob } from '../../../src/contract/print-calls'
import { cancelJob, moveJob, sendJob } from '../../../src/contract/printer-calls'
import { useCallMutation } from '../../data/use-call-mutation'
import { text } from '../../text'

export type JobDeeds = ReturnType<typeof useJobDeeds>

/** What somebody may do with a print job, and what was said of the last deed. */
export function useJobDeeds() {
  const [said, setSaid] = useState<string | null>(null)
  const reprint = useCallMutation(reprintJob)
  const send = useCallMutation(sendJob)
  const move = useCallMutation(moveJob)
  const cancel = useCallMutation(cancelJob)
  const all = [reprint, send, move, cancel]
  async function say(answer: Promise<Answer<unknown>>, sentence: string) {
    setSaid((await answer).ok ? sentence : null)
  }
  return {
    said,
    isBusy: all.some(({ isSaving }) => isSaving),
    error: all.find(({ error }) => error !== null)?.error ?? null,
    /** The next step of a job: what was left waiting is sent, what has ended is printed again; one in line has none. */
    next({ jobId, title, leftOver, state }: PrintJobView): void {
      if (leftOver) void say(send.send({ jobId }), text.documents.sent)
      else if (state !== 'queued' && state !== 'sent')
        void say(reprint.send({ jobId }), text.documents.reprinted(title))
    },
    move({ jobId, title }: PrintJobView, { printerId, name }: PrinterView): void {
      void say(move.send({ jobId, printerId }), text.documents.moved(title, name))
    },
    cancel({ jobId, title }: PrintJobView): void {
      void say(cancel.send({ jobId }), text.documents.cancelled(title))
    },
  }
}
