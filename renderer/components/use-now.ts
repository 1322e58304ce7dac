import { useEffect, useState } from 'react'
import { steadyNow } from './steady-now'

/** Steady milliseconds, told again every `everyMs`; only for what moves on the screen. */
export function useNow(everyMs = 1000): number {
  const [now, setNow] = useState(steadyNow)
  useEffect(() => {
    setNow(steadyNow())
    const timer = setInterval(() => setNow(steadyNow()), everyMs)
    return () => clearInterval(timer)
  }, [everyMs])
  return now
}
