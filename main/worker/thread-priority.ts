import { setPriority } from 'node:os'

/** How much a thread stands back, on Linux's scale from 0 to 19. */
const niceness = 10

/**
 * Lets the threads of the desk go before the one that calls this, where both want a processor. Linux alone counts threads
 * one by one; elsewhere this would slow the whole process down, and is left out.
 */
export function standBack(): void {
  if (process.platform !== 'linux') return
  try {
    setPriority(0, niceness)
  } catch {
    // A system that does not allow it: the thread runs as every other one does.
  }
}
