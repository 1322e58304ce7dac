import type { Person } from '../person/person'
import { type ByteReader, type ByteWriter, UnreadableBytes } from './compact-bytes'
import type { ThreadOut } from './thread-codec'
import { type ThreadBodies, type ThreadNoun, threadCodecs, threadNouns } from './thread-records'
import {
  pick,
  readDoses,
  readList,
  readPerson,
  type TransferDose,
  type TransferNumbers,
  writeDoses,
  writeList,
  writePerson,
} from './transfer-person'

/** Somebody of the handbook besides the person of the slip: the mother, a child of the same birth. */
export type ThreadMember = {
  readonly role: 'mother' | 'child'
  readonly person: Person
  readonly doses: readonly TransferDose[]
}

/** A record of the handbook under its own id, which is the same at every point: taken over twice it is one. */
export type ThreadRecord<N extends ThreadNoun = ThreadNoun> = {
  readonly [K in N]: { readonly noun: K; readonly id: string; readonly body: ThreadBodies[K] }
}[N]

/** The handbook of a slip. In the bodies a person is called `person:0` (the slip's own), `person:1` (the first member) … */
export type TransferThread = {
  /** What the slip's own person is in it. */
  readonly role: ThreadMember['role']
  readonly members: readonly ThreadMember[]
  readonly records: readonly ThreadRecord[]
}

const roles = ['mother', 'child'] as const
const mostRecords = 200
const uuid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/u

/** What a person of the slip is called in its records. */
export function memberId(index: number): string {
  return `person:${index}`
}

/** Writes the handbook behind the doses. Throws RangeError for a record that refers to something not on the slip. */
export function writeThread(to: ByteWriter, thread: TransferThread, numbers: TransferNumbers): void {
  to.count(roles.indexOf(thread.role))
  writeList(to, thread.members, ({ role, person, doses }) => {
    to.count(roles.indexOf(role))
    writePerson(to, person, numbers)
    writeDoses(to, person.birthDate, doses, numbers)
  })
  const records = threadNouns.flatMap(noun => thread.records.filter(record => record.noun === noun))
  const persons = Array.from({ length: thread.members.length + 1 }, (_, index) => memberId(index))
  const ids = [...persons, ...records.map(({ id }) => id)]
  const texts = textsOf(records, ids)
  writeList(to, texts, text => to.text(text))
  const [textIndex, idIndex] = [indexOf(texts), indexOf(ids)]
  const out: ThreadOut = { to, textAt: at(textIndex, 'text'), idAt: at(idIndex, 'record') }
  writeList(to, records, ({ noun, id }) => {
    to.count(threadNouns.indexOf(noun))
    writeId(to, id)
  })
  for (const record of records) writeBody(out, record)
}

function writeBody<N extends ThreadNoun>(out: ThreadOut, { noun, body }: ThreadRecord<N>): void {
  threadCodecs[noun as N].write(out, body as ThreadBodies[N])
}

function indexOf(list: readonly string[]): ReadonlyMap<string, number> {
  return new Map(list.map((item, index) => [item, index]))
}

function at(index: ReadonlyMap<string, number>, what: string): (item: string) => number {
  return item => {
    const found = index.get(item)
    if (found === undefined) throw new RangeError(`the slip has no such ${what}: ${item}`)
    return found
  }
}

/** Every text of the records once, in the order in which they come. */
function textsOf(records: readonly ThreadRecord[], ids: readonly string[]): readonly string[] {
  const known = indexOf(ids)
  const texts = new Set<string>()
  const nothing = () => undefined
  const counting = { count: nothing, text: nothing, maybe: nothing, signed: nothing, day: nothing }
  const to = { ...counting, code: nothing, bytes: () => [] }
  const textAt = (text: string) => {
    texts.add(text)
    return 0
  }
  for (const record of records) writeBody({ to, textAt, idAt: at(known, 'record') }, record)
  return [...texts]
}

/** Sixteen bytes. */
function writeId(to: ByteWriter, id: string): void {
  if (!uuid.test(id)) throw new RangeError(`${id} is no id of a record`)
  const hex = id.replaceAll('-', '')
  for (let index = 0; index < hex.length; index += 7)
    to.count(Number.parseInt(hex.slice(index, index + 7), 16))
}

function readId(from: ByteReader): string {
  const lengths = [7, 7, 7, 7, 4]
  const hex = lengths
    .map(length =>
      from
        .count(16 ** length - 1)
        .toString(16)
        .padStart(length, '0'),
    )
    .join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/u, '$1-$2-$3-$4-$5')
}

/** Reads what `writeThread` wrote. Throws UnreadableBytes at anything else. */
export function readThread(from: ByteReader, numbers: TransferNumbers): TransferThread {
  const role = pick(roles, from.count(1))
  const members = readList(from, 10, (): ThreadMember => {
    const memberRole = pick(roles, from.count(1))
    const person = readPerson(from, numbers)
    return { role: memberRole, person, doses: readDoses(from, person.birthDate, numbers) }
  })
  const texts = readList(from, 2_000, () => from.text(2_000))
  const heads = readList(from, mostRecords, () => ({
    noun: pick(threadNouns, from.count(threadNouns.length - 1)),
    id: readId(from),
  }))
  const persons = Array.from({ length: members.length + 1 }, (_, index) => memberId(index))
  const ids = [...persons, ...heads.map(({ id }) => id)]
  if (new Set(ids).size !== ids.length) throw new UnreadableBytes('one record stands twice')
  const records = heads.map(
    ({ noun, id }) => ({ noun, id, body: threadCodecs[noun].read({ from, texts, ids }) }) as ThreadRecord,
  )
  assertReferences(records)
  return { role, members, records }
}

/** Each reference leads to a record of its kind: a person, a pregnancy, a birth. */
function assertReferences(records: readonly ThreadRecord[]): void {
  const nouns = new Map(records.map(({ id, noun }) => [id, noun]))
  for (const { body } of records) {
    const { personId, pregnancyId, birthId } = body as {
      readonly personId?: string | null
      readonly pregnancyId?: string | null
      readonly birthId?: string | null
    }
    const isPerson = personId === undefined || personId === null || personId.startsWith('person:')
    const isPregnancy = !pregnancyId || nouns.get(pregnancyId) === 'pregnancy'
    const isBirth = !birthId || nouns.get(birthId) === 'birth'
    if (!isPerson || !isPregnancy || !isBirth) throw new UnreadableBytes('a reference leads elsewhere')
  }
}
