import { useEffect, useState } from 'react'

/** The time of this PC in milliseconds, told again every `everyMs`; only for what moves on the screen. */
export function useNow(everyMs = 1000): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), everyMs)
    return () => clearInterval(timer)
  }, [everyMs])
  return now
}
