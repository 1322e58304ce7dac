import { useState } from 'react'
import { getProvinceAnswer, type ProvinceAnswer } from '../../../src/contract/arrival-calls'
import type { Answer } from '../../../src/contract/call'
import type { CallError } from '../../../src/contract/errors'
import { useCallQuery } from '../../data/use-call-query'

/** Follows one question to its answer; the line may be slow. */
export function useAsk() {
  const [started, setStarted] = useState<ProvinceAnswer | null>(null)
  const [refused, setRefused] = useState<CallError | null>(null)
  const isOpen = started?.state === 'running'
  const read = useCallQuery(
    getProvinceAnswer,
    { askId: started?.askId ?? '' },
    { isOn: isOpen, keep: true, everyMs: 1_000 },
  )
  const answer = isOpen && read.data?.askId === started.askId ? read.data : started
  const failed: CallError | null = answer?.trouble
    ? { code: answer.trouble, problems: [], reference: null }
    : null
  return {
    answer,
    isRunning: answer?.state === 'running' && !read.error,
    error: refused ?? read.error ?? failed,
    async follow(sending: Promise<Answer<ProvinceAnswer>>) {
      const sent = await sending
      setRefused(sent.ok ? null : sent.error)
      setStarted(sent.ok ? sent.value : null)
    },
  }
}
