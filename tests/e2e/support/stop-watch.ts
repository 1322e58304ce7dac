/** The places a child passes. */
export type Station = 'reception' | 'screening' | 'injection' | 'observation'

/** Times what is done for one child after the other. */
export type StopWatch = {
  readonly time: <T>(station: Station, work: () => Promise<T>) => Promise<T>
  /** Median and worst by station, in milliseconds, as lines of text. */
  readonly table: () => string
}

export function startStopWatch(): StopWatch {
  const taken = new Map<Station, number[]>()
  return {
    async time(station, work) {
      const began = performance.now()
      const result = await work()
      taken.set(station, [...(taken.get(station) ?? []), performance.now() - began])
      return result
    },
    table() {
      const lines = [...taken].map(([station, times]) => {
        const sorted = times.toSorted((a, b) => a - b)
        const [median, worst] = [sorted[Math.floor(sorted.length / 2)], sorted.at(-1)]
        return row(station, [sorted.length, median, worst])
      })
      return [row('ms a child', ['children', 'median', 'worst']), ...lines].join('\n')
    },
  }
}

function row(name: string, cells: readonly (string | number | undefined)[]): string {
  const shown = cells.map(cell => (typeof cell === 'number' ? Math.round(cell) : (cell ?? '')))
  return [name.padEnd(12), ...shown.map(cell => String(cell).padStart(9))].join('')
}
