/** Answers of a printer in the order in which they came; each is taken once, and null is one that did not come in time. */
export function createAnswers<T>() {
  const given: T[] = []
  let wake: (() => void) | null = null
  return {
    give(answer: T): void {
      given.push(answer)
      wake?.()
    },
    /** The next answer, waited for up to so many milliseconds. */
    wait(limitMs: number): Promise<T | null> {
      const early = given.shift()
      if (early !== undefined) return Promise.resolve(early)
      return new Promise(resolve => {
        const timer = setTimeout(done, limitMs)
        function done(): void {
          clearTimeout(timer)
          wake = null
          resolve(given.shift() ?? null)
        }
        wake = done
      })
    },
  }
}
