/** What is asked of a monitor; Electron's `Display` has more. */
export type Monitor = {
  readonly id: number
  readonly bounds: {
    readonly x: number
    readonly y: number
    readonly width: number
    readonly height: number
  }
}

/** The monitor for the call screen: the largest that the work window is not on; null when there is no other. */
export function secondDisplay<M extends Monitor>(all: readonly M[], ours: Pick<Monitor, 'id'>): M | null {
  const area = ({ bounds: { width, height } }: M) => width * height
  const others = all.filter(({ id }) => id !== ours.id)
  return others.toSorted((a, b) => area(b) - area(a) || a.id - b.id)[0] ?? null
}

/** Where the call window opens: all of the second monitor, or a window of its own size where there is one monitor. */
export function callWindowPlace(second: Monitor | null) {
  const size = { width: 1280, height: 720 }
  return second ? { ...size, x: second.bounds.x, y: second.bounds.y, fullscreen: true } : size
}
