import { Skeleton } from '@mantine/core'
import { useEffect, useState } from 'react'
import { text } from '../text'
import styles from './LateSkeleton.module.css'

/** Grey lines in place of a list, only when the answer takes longer than 300 ms: what is quick must not flicker. */
export function LateSkeleton({
  lines = 6,
  height = 40,
}: {
  readonly lines?: number
  readonly height?: number
}) {
  const [isLate, setLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 300)
    return () => clearTimeout(timer)
  }, [])
  if (!isLate) return <div className={styles.empty} aria-busy="true" />
  return (
    <div className={styles.lines} role="status" aria-busy="true" aria-label={text.common.loading}>
      {Array.from({ length: lines }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines without content have no other key
        <Skeleton key={line} height={height} animate={false} />
      ))}
    </div>
  )
}
