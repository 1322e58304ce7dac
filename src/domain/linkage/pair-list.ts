/** Pairs of positions, many millions of them, each once: kept as numbers, because objects would fill the memory. */
export type PairList = ReturnType<typeof createPairList>

/** Makes a list of pairs of positions below `size`. */
export function createPairList(size: number) {
  let codes = new Float64Array(1 << 16)
  let length = 0
  return {
    add(left: number, right: number): void {
      if (length === codes.length) {
        const larger = new Float64Array(codes.length * 2)
        larger.set(codes)
        codes = larger
      }
      codes[length++] = left < right ? left * size + right : right * size + left
    },
    /** Sorts, and leaves out what stands twice. Answers how many pairs there are. */
    settle(): number {
      codes = codes.subarray(0, length).slice().sort()
      length = codes.reduce((kept, code) => {
        if (kept > 0 && codes[kept - 1] === code) return kept
        codes[kept] = code
        return kept + 1
      }, 0)
      return length
    },
    at(index: number): readonly [number, number] {
      const code = codes[index] ?? 0
      const left = Math.floor(code / size)
      return [left, code - left * size]
    },
  }
}
