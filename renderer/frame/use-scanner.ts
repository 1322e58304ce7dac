import { useEffect, useRef } from 'react'
import type { ScanArrival } from '../../src/domain/scan/scan-types'
import { ScanEars } from './scan-ears'
import { changedEvent } from './scanner-settings'

/**
 * Takes a scan from anywhere, gives it to `onScan` and leaves the window as it was: a field gets its text back, a command
 * is not pressed. A field with `data-scan="own"` (a lot number, a PIN) keeps what is scanned into it.
 */
export function useScanner(onScan: (arrival: ScanArrival) => void): void {
  const current = useRef(onScan)
  current.current = onScan
  useEffect(() => {
    const listen = () => new ScanEars(arrival => current.current(arrival))
    let ears = listen()
    const listenAgain = () => {
      ears.stop()
      ears = listen()
    }
    window.addEventListener(changedEvent, listenAgain)
    return () => {
      window.removeEventListener(changedEvent, listenAgain)
      ears.stop()
    }
  }, [])
}
