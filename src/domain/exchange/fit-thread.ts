import type { ThreadRecord, TransferThread } from './transfer-thread'

/** What a slip's codes leave out when all of it would be too much; said on the paper. */
export const leftOutKinds = ['words', 'signs', 'older-checks', 'older-visits', 'handbook'] as const
export type LeftOut = (typeof leftOutKinds)[number]

/** A handbook that fits, and what it does without. Null: not even the newest of it fits. */
export type FittedThread = { readonly thread: TransferThread | null; readonly leftOut: readonly LeftOut[] }

/** So many of the newest rows of each kind stay when older ones go. */
const newestKept = 6

/** Each step leaves out more; the measures stay longest, because nobody can take them again. */
const steps: readonly {
  readonly kind: LeftOut
  readonly without: (thread: TransferThread) => TransferThread
}[] = [
  { kind: 'words', without: thread => eachRecord(thread, withoutWords) },
  { kind: 'signs', without: thread => eachRecord(thread, withoutSigns) },
  { kind: 'older-checks', without: thread => newestOf(thread, ['child-check', 'newborn-visit']) },
  { kind: 'older-visits', without: thread => newestOf(thread, ['antenatal-visit', 'postpartum-visit']) },
]

/** The handbook cut down, step by step, until `fits` says that the codes hold it. */
export function fitThread(thread: TransferThread, fits: (thread: TransferThread) => boolean): FittedThread {
  const leftOut: LeftOut[] = []
  let left = thread
  if (fits(left)) return { thread: left, leftOut }
  for (const { kind, without } of steps) {
    const less = without(left)
    if (JSON.stringify(less) !== JSON.stringify(left)) leftOut.push(kind)
    left = less
    if (fits(left)) return { thread: left, leftOut }
  }
  return { thread: null, leftOut: ['handbook'] }
}

function eachRecord(thread: TransferThread, change: (record: ThreadRecord) => ThreadRecord): TransferThread {
  return { ...thread, records: thread.records.map(change) }
}

/** Advice and remarks; where somebody was sent and what was found stays. */
const wordFields = ['advice', 'note', 'riskNote', 'birthPlan'] as const

function withoutWords(record: ThreadRecord): ThreadRecord {
  const gone = wordFields.filter(field => field in record.body)
  const body = { ...record.body, ...Object.fromEntries(gone.map(field => [field, null])) }
  return { ...record, body } as ThreadRecord
}

function withoutSigns(record: ThreadRecord): ThreadRecord {
  if (record.noun !== 'child-check') return record
  return { ...record, body: { ...record.body, signs: {}, feeding: [] } }
}

function newestOf(thread: TransferThread, nouns: readonly ThreadRecord['noun'][]): TransferThread {
  const kept = new Map<string, number>()
  const newestFirst = thread.records.toSorted((a, b) => (dayOf(a) < dayOf(b) ? 1 : -1))
  const stays = new Set(
    newestFirst.filter(record => {
      if (!nouns.includes(record.noun)) return true
      const key = `${record.noun} ${'personId' in record.body ? record.body.personId : ''}`
      const before = kept.get(key) ?? 0
      kept.set(key, before + 1)
      return before < newestKept
    }),
  )
  return { ...thread, records: thread.records.filter(record => stays.has(record)) }
}

/** The day of a record; empty for one that has none of its own. */
export function dayOf({ body }: ThreadRecord): string {
  if ('visitedOn' in body) return body.visitedOn
  if ('checkedOn' in body) return body.checkedOn
  if ('bornOn' in body) return body.bornOn
  if ('issuedOn' in body) return body.issuedOn
  return 'enrolledOn' in body ? body.enrolledOn : ''
}
