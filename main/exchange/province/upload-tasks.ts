import type { KnownResource, RecordKey, WireKey, WireResource } from '../../../src/domain/exchange/fhir/wire'
import type { Receipt, WaitingRecord } from '../../../src/domain/upload/upload-results'

/** A record on its way with its resources. Without `waiting` it goes along because another one refers to it. */
export type Unit = {
  readonly record: RecordKey
  waiting: WaitingRecord | null
  readonly left: Set<WireKey>
  readonly receipts: Receipt[]
  /** How often the server was of another mind than we were. */
  attempts: number
  isParked: boolean
}
export type Task = { readonly wire: WireResource; readonly unit: Unit }

/**
 * What is to be sent, in order: what is referred to stands before what refers to it. `local`: records that never travel.
 * `unreadable`: records that the mapping stumbled over; they stop none of the others.
 */
export type Tasks = {
  readonly tasks: readonly Task[]
  readonly local: readonly WaitingRecord[]
  readonly unreadable: readonly { readonly unit: Unit; readonly error: unknown }[]
}

export type TaskPorts = {
  readonly wireOf: (record: RecordKey) => readonly WireResource[]
  readonly known: (key: WireKey) => KnownResource | null
}

export const unitKey = ({ noun, id }: RecordKey) => `${noun} ${id}`

/** Makes tasks of records that wait, and of what they refer to that the server is not known to hold. */
export function tasksOf(waiting: readonly WaitingRecord[], ports: TaskPorts): Tasks {
  const collector = createCollector(ports, new Map())
  for (const record of byPerson(waiting)) collector.add({ noun: record.noun, id: record.recordId }, record)
  const { units, tasks, unreadable } = collector
  const nowhere = [...units.values()].filter(({ left, isParked }) => left.size === 0 && !isParked)
  return { tasks, unreadable, local: nowhere.flatMap(unit => unit.waiting ?? []) }
}

/** What follows from one person's facts, as tasks of their own: no line of the ledger waits for them. */
export function derivedTasks(personId: string, wires: readonly WireResource[]): readonly Task[] {
  const record: RecordKey = { noun: 'person', id: personId }
  const left = new Set(wires.map(({ key }) => key))
  const unit: Unit = { record, waiting: null, left, receipts: [], attempts: 0, isParked: false }
  return wires.map(wire => ({ wire, unit }))
}

/** The same tasks behind those of what they refer to that the server turned out not to hold. */
export function withMissing(tasks: readonly Task[], ports: TaskPorts): readonly Task[] {
  const own = new Map(tasks.map(({ unit }) => [unitKey(unit.record), unit]))
  const collector = createCollector(ports, own)
  for (const { wire } of tasks) collector.addReferences([wire])
  return [...collector.tasks, ...tasks]
}

function createCollector({ wireOf, known }: TaskPorts, units: Map<string, Unit>) {
  const tasks: Task[] = []
  const unreadable: { readonly unit: Unit; readonly error: unknown }[] = []

  function addReferences(resources: readonly WireResource[]): void {
    const own = new Set(resources.map(({ key }) => key))
    for (const { references } of resources)
      for (const { key, record } of references) if (!own.has(key) && known(key) === null) add(record, null)
  }

  function add(record: RecordKey, asked: WaitingRecord | null): void {
    const there = units.get(unitKey(record))
    if (there) {
      there.waiting ??= asked
      return
    }
    const left = new Set<WireKey>()
    const unit: Unit = { record, waiting: asked, left, receipts: [], attempts: 0, isParked: false }
    // Before what it refers to: two records may refer to each other.
    units.set(unitKey(record), unit)
    const resources = read(unit)
    for (const { key } of resources) left.add(key)
    addReferences(resources)
    for (const wire of resources) tasks.push({ wire, unit })
  }

  function read(unit: Unit): readonly WireResource[] {
    try {
      return wireOf(unit.record)
    } catch (error) {
      unit.isParked = true
      unreadable.push({ unit, error })
      return []
    }
  }

  return { units, tasks, unreadable, add, addReferences }
}

/** The order of each person's first waiting record; what belongs to nobody keeps its place. */
function byPerson(waiting: readonly WaitingRecord[]): readonly WaitingRecord[] {
  const groups = new Map<string, WaitingRecord[]>()
  for (const record of waiting) {
    const key = record.personId ?? record.recordId
    const group = groups.get(key)
    if (group) group.push(record)
    else groups.set(key, [record])
  }
  return [...groups.values()].flat()
}
