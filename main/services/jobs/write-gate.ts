/**
 * Keeps writes in order while one of them takes many turns: who holds the gate writes alone, others wait and come after it
 * in the order in which they asked. Reads pass.
 */
export type WriteGate = {
  readonly isHeld: () => boolean
  /** Closes the gate and answers the function that opens it. Throws when it is closed already. */
  readonly hold: () => () => void
  /** Runs the work now, or as soon as the gate is open. */
  readonly whenOpen: (work: () => void) => void
}

/** Makes an open gate. */
export function createWriteGate(): WriteGate {
  let isHeld = false
  const waiting: (() => void)[] = []

  function open(): void {
    isHeld = false
    while (!isHeld) {
      const next = waiting.shift()
      if (!next) return
      next()
    }
  }
  return {
    isHeld: () => isHeld,
    hold() {
      if (isHeld) throw new Error('somebody holds the gate already')
      isHeld = true
      let isOpened = false
      return () => {
        if (isOpened) return
        isOpened = true
        open()
      }
    },
    whenOpen(work) {
      if (isHeld) waiting.push(work)
      else work()
    },
  }
}
