/** Milliseconds by a clock that setting the PC's clock does not move; compare only with itself. */
export function steadyNow(): number {
  return performance.timeOrigin + performance.now()
}
