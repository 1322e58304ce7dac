import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { type ScanVerdict, testScan } from '../../../src/contract/scan-calls'
import { isEnding, type KeyHeard, ScanBurst, type ScannerSettings } from '../../../src/domain/scan/scan-burst'
import type { ScanArrival } from '../../../src/domain/scan/scan-types'
import { type ScannerTrial, slowestScannerMs } from '../../../src/domain/scan/scanner-test'
import { call } from '../../api'
import { useScanDesk } from '../../frame/scan-desk'
import { tapScanner } from '../../frame/scan-ears'

/** A burst that calls everything a scan, however slow and whatever it says. */
const everything: ScannerSettings = {
  longestGapMs: slowestScannerMs,
  ending: 'silence',
  prefix: '',
  suffix: '',
  separator: '',
}
/** Silence after which a trial is over. */
const overMs = 300

export type ShownTrial = ScannerTrial & { readonly verdict: ScanVerdict | null }

/**
 * Hears everything while the test screen is open. A trial lives in this screen only and goes with it: a real card may lie
 * under the scanner.
 */
export function useTrial() {
  const { borrow } = useScanDesk()
  const [trial, setTrial] = useState<ShownTrial | null>(null)
  const keys = useRef<KeyHeard[]>([])

  const finish = useCallback(async (arrival: ScanArrival, heard: readonly KeyHeard[]) => {
    const shown = { keys: heard.filter(key => !isEnding(key)), arrival, hasEnd: heard.some(isEnding) }
    setTrial({ ...shown, verdict: null })
    const answer = await call(testScan, arrival)
    if (answer.ok) setTrial({ ...shown, verdict: answer.value })
  }, [])

  // Scans that are recognised are ours as well, and lead nowhere; given back the moment the screen is left.
  useLayoutEffect(() => borrow(() => undefined), [borrow])
  useEffect(() => listenToAll(keys.current, (arrival, heard) => void finish(arrival, heard)), [finish])
  return {
    trial,
    clear: () => {
      keys.current.length = 0
      setTrial(null)
    },
  }
}

function listenToAll(
  keys: KeyHeard[],
  finish: (arrival: ScanArrival, heard: readonly KeyHeard[]) => void,
): () => void {
  const burst = new ScanBurst(everything)
  let timer: number | undefined
  function end() {
    const heard = keys.splice(0)
    const arrival = burst.takeAll()
    // A single key is a command of the window, not a trial.
    if (heard.length > 3 || [...arrival.text].length > 3) finish(arrival, heard)
  }
  function wait() {
    window.clearTimeout(timer)
    timer = window.setTimeout(end, overMs)
  }
  const stop = tapScanner({
    key(heard) {
      keys.push(heard)
      if (!isEnding(heard)) burst.hearKey(heard)
      wait()
    },
    text(heard) {
      burst.hearText(heard)
      wait()
    },
  })
  return () => {
    window.clearTimeout(timer)
    keys.length = 0
    stop()
  }
}
