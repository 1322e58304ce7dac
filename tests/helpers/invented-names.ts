import { readFileSync } from 'node:fs'

type Weighted = readonly (readonly [string, number])[]
type Parts = {
  readonly familyNames: Weighted
  readonly middleNames: Readonly<Record<'male' | 'female', Weighted>>
  readonly givenNames: Readonly<Record<'male' | 'female', Weighted>>
  readonly doubleNames: Readonly<Record<'male' | 'female', Weighted>>
}

const parts = JSON.parse(
  readFileSync(new URL('../fixtures/vn-names/name-parts.json', import.meta.url), 'utf8'),
) as Parts

/** So many different invented names, rare parts as often as common ones: every mark of the language comes. Always the same. */
export function inventedNames(count: number): readonly string[] {
  const names = new Set<string>()
  for (let at = 0; names.size < count; at++) {
    const sex = at % 2 === 0 ? 'female' : 'male'
    const given = at % 3 === 0 ? parts.doubleNames[sex] : parts.givenNames[sex]
    const pick = (list: Weighted, stride: number) => list[(at * stride + 1) % list.length]?.[0] ?? ''
    names.add([pick(parts.familyNames, 7), pick(parts.middleNames[sex], 11), pick(given, 13)].join(' '))
  }
  return [...names]
}
