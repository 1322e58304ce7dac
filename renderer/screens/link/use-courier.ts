import { useEffect, useState } from 'react'
import type { Answer } from '../../../src/contract/call'
import {
  chooseStick,
  lookAtStick,
  readStick,
  type Stick,
  type StickTaken,
  type StickWritten,
  stopStick,
  writeStick,
} from '../../../src/contract/courier-calls'
import type { CallError } from '../../../src/contract/errors'
import type { AppEvent } from '../../../src/contract/events'
import { call, onEvent } from '../../api'
import { useCallMutation } from '../../data/use-call-mutation'

export type StickProgress = Pick<
  Extract<AppEvent, { readonly name: 'courier.progressed' }>,
  'step' | 'done' | 'total'
>

/** What the last work on the stick came to. */
export type StickResult =
  | { readonly did: 'read'; readonly taken: StickTaken }
  | { readonly did: 'write'; readonly written: StickWritten }

export type CourierWork = ReturnType<typeof useCourier>

/** Runs one work on the stick at a time; what went wrong stays on the screen until the next. */
function useBench() {
  const [error, setError] = useState<CallError | null>(null)
  const [isBusy, setBusy] = useState(false)
  const [progress, setProgress] = useProgress()
  async function run<T>(work: () => Promise<Answer<T>>): Promise<T | null> {
    setBusy(true)
    setError(null)
    setProgress(null)
    const answer = await work()
    setBusy(false)
    setProgress(null)
    if (answer.ok) return answer.value
    if (answer.error.code !== 'courier.cancelled') setError(answer.error)
    return null
  }
  return { error, isBusy, progress, run }
}

/** The stick of the moment: what is on it, what is being done with it, and what came of that. */
export function useCourier() {
  const [stick, setStick] = useState<Stick | null>(null)
  const [result, setResult] = useState<StickResult | null>(null)
  const { run, ...bench } = useBench()
  const choosing = useCallMutation(chooseStick)
  const looking = useCallMutation(lookAtStick)
  const reading = useCallMutation(readStick)
  const writing = useCallMutation(writeStick)

  async function look(how: () => Promise<Answer<Stick>>) {
    // A stick that cannot be looked at any more is not shown as if it were there.
    setStick(await run(how))
  }
  /** What was done is said, and the stick looked at again. */
  async function say(done: StickResult | null) {
    if (!done) return
    setResult(done)
    await look(() => looking.send({}))
  }
  return {
    stick,
    result,
    ...bench,
    async choose() {
      setResult(null)
      const seen = await run(() => choosing.send({}))
      if (seen) setStick(seen)
    },
    look: () => look(() => looking.send({})),
    async read() {
      const taken = await run(() => reading.send({}))
      await say(taken && { did: 'read', taken })
    },
    async write(to: string) {
      const written = await run(() => writing.send({ to }))
      await say(written && { did: 'write', written })
    },
    stop: () => void call(stopStick, {}),
  }
}

/** How far the work on the stick is, as main tells it. */
function useProgress() {
  const [progress, setProgress] = useState<StickProgress | null>(null)
  useEffect(
    () =>
      onEvent(event => {
        if (event.name === 'courier.progressed')
          setProgress({ step: event.step, done: event.done, total: event.total })
      }),
    [],
  )
  return [progress, setProgress] as const
}
