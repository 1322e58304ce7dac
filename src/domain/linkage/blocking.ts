import type { LinkageRecord } from './linkage-record'

/** One way of bringing together records that may be one person: those that share a key are compared. */
export type BlockingPass = {
  readonly name: string
  readonly keysOf: (record: LinkageRecord) => readonly string[]
}

/** More records than this with one key: the key says too little, and comparing them all would take too long. */
export const largestBlock = 120

/**
 * The passes. Each survives other errors: a letter (one word left out), a date (two of its three parts, day and month
 * in order of size), a missing or changed phone, a mother with another spelling, a family that moved.
 */
export const blockingPasses: readonly BlockingPass[] = [
  {
    name: 'number',
    keysOf: ({ numbers }) => numbers.unique.map(({ system, value }) => `${system} ${value}`),
  },
  {
    name: 'name and birth date',
    keysOf: ({ name, birth }) => withoutOneWord(name.words).map(key => `${key}|${birth.text}`),
  },
  { name: 'name and part of the birth date', keysOf: nameWithPartOfDate },
  {
    name: 'mother and birth date',
    keysOf: ({ mother, birth }) =>
      mother ? withoutOneWord(mother.name.words).map(key => `${key}|${birth.text}`) : [],
  },
  {
    name: 'father and birth date',
    keysOf: ({ father, birth }) => (father?.name.key ? [`${father.name.key}|${birth.text}`] : []),
  },
  {
    name: 'phone and birth date or given name',
    keysOf: ({ phones, birth, name }) =>
      phones.flatMap(phone => [
        `${phone}|${birth.text}`,
        ...(name.key ? [`${phone}|${name.words.at(-1)}`] : []),
      ]),
  },
  {
    name: 'mother and phone, or her number',
    keysOf: ({ mother, phones }) => [
      ...(mother?.nationalId ? [mother.nationalId] : []),
      ...(mother?.name.key ? phones.map(phone => `${mother.name.key}|${phone}`) : []),
    ],
  },
  {
    name: 'mother and child by name',
    keysOf: ({ mother, name }) => (mother?.name.key && name.key ? [`${mother.name.key}|${name.key}`] : []),
  },
  {
    name: 'commune and birth date',
    keysOf: ({ places, birth }) => [...new Set(places.map(place => `${place.communeCode}|${birth.text}`))],
  },
]

/** The key, and the key without each of its words: two names that differ in one word have one of them in common. */
function withoutOneWord(words: readonly string[]): readonly string[] {
  if (words.length === 0) return []
  if (words.length === 1) return [words.join(' ')]
  const keys = words.map((_, left) => words.filter((_word, at) => at !== left).join(' '))
  return [...new Set([words.join(' '), ...keys])]
}

function nameWithPartOfDate({ name, birth }: LinkageRecord): readonly string[] {
  if (name.key === '') return []
  const key = name.words.toSorted().join(' ')
  const { year, month, day } = birth
  const small = Math.min(month, day)
  return [
    `${key}|ym${year}-${month}`,
    `${key}|yd${year}-${day}`,
    `${key}|md${month}-${day}`,
    `${key}|${year}-${small}-${month + day}`,
  ]
}

/** The pairs one pass finds, as two positions each; blocks that are too large are left out and counted. */
export function pairsOfPass(
  pass: BlockingPass,
  records: readonly LinkageRecord[],
  add: (left: number, right: number) => void,
): { readonly leftOut: number } {
  // Most keys have one record only: no list is made for them.
  const first = new Map<string, number>()
  const blocks = new Map<string, number[]>()
  records.forEach((record, at) => {
    for (const key of pass.keysOf(record)) {
      const earlier = first.get(key)
      const block = blocks.get(key)
      if (earlier === undefined) first.set(key, at)
      else if (block) block.push(at)
      else blocks.set(key, [earlier, at])
    }
  })
  let leftOut = 0
  for (const block of blocks.values()) {
    if (block.length > largestBlock) leftOut++
    else addAll(block, add)
  }
  return { leftOut }
}

function addAll(block: readonly number[], add: (left: number, right: number) => void): void {
  for (let one = 0; one < block.length; one++)
    for (let other = one + 1; other < block.length; other++) {
      const [left, right] = [block[one], block[other]]
      // A record may have one key twice.
      if (left !== undefined && right !== undefined && left !== right) add(left, right)
    }
}
