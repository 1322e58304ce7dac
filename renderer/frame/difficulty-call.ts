type Listener = () => void

let listener: Listener | null = null

/** Begins a report of a difficulty, from wherever the user is. */
export function reportDifficulty(): void {
  listener?.()
}

/** The frame answers; returns the function that stops it. */
export function onReportDifficulty(hear: Listener): () => void {
  listener = hear
  return () => {
    if (listener === hear) listener = null
  }
}
