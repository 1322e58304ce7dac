import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, day, type Instant, instantOf } from '../../../../src/domain/calendar/calendar-day'
import { type DoseFact, settleDoses } from '../../../../src/domain/exchange/conflict-dose'
import { resolvePerson } from '../../../../src/domain/exchange/conflict-person'
import { type MergePart, mergeParts } from '../../../../src/domain/person/merge-record'
import type { Alert, Person } from '../../../../src/domain/person/person'

/** What one of five points does; `sync` may be cut off between reading the server and writing to it. */
type Step = {
  readonly replica: number
  readonly act: 'name' | 'phone' | 'national-id' | 'alert' | 'sync' | 'pull' | 'stale-push'
  readonly value: number
}
const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.record({
    replica: fc.integer({ min: 0, max: 4 }),
    act: fc.constantFrom('name', 'phone', 'national-id', 'alert', 'sync', 'pull', 'stale-push'),
    value: fc.integer({ min: 1, max: 6 }),
  }),
  { maxLength: 40 },
)

type Replica = {
  person: Person
  base: Person
  seen: number
  isChanged: boolean
  readonly changedAt: Map<MergePart, Instant>
  readonly disputed: unknown[]
  readonly wrote: { part: MergePart; value: unknown }[]
}

const born: Person = {
  kind: 'child',
  name: 'Trần Thử Không',
  birthDate: day('2026-03-01'),
  birthTime: null,
  sex: 'female',
  ethnicGroupCode: null,
  nationalityCode: null,
  bloodGroup: null,
  phone: null,
  identifiers: [],
  addresses: {},
  relatives: [],
  alerts: [],
  protectedAtBirth: null,
  gestationWeeks: null,
  birthWeightG: null,
  note: null,
}

/** Five points and a server that takes a state only from somebody who has seen its newest version. */
function simulate(script: readonly Step[]) {
  const server = { person: born, version: 1, at: instantOf(0), history: [born] }
  let clock = 0
  const replicas = Array.from(
    { length: 5 },
    (): Replica => ({
      person: born,
      base: born,
      seen: 1,
      isChanged: false,
      changedAt: new Map(),
      disputed: [],
      wrote: [],
    }),
  )
  function pull(replica: Replica): void {
    if (replica.seen === server.version) return
    const { person, disputes } = resolvePerson({
      here: replica.person,
      base: replica.base,
      there: { person: server.person, said: mergeParts },
      hereChangedAt: part => replica.changedAt.get(part) ?? null,
      thereChangedAt: server.at,
    })
    replica.person = person
    replica.disputed.push(...disputes.map(({ here }) => here))
    replica.base = server.person
    replica.seen = server.version
  }
  /** False where the server answers 412. */
  function push(replica: Replica): boolean {
    if (!replica.isChanged) return true
    if (replica.seen !== server.version) return false
    server.person = replica.person
    server.version += 1
    server.at = instantOf(clock)
    server.history.push(replica.person)
    Object.assign(replica, { base: replica.person, seen: server.version, isChanged: false })
    return true
  }
  function sync(replica: Replica): void {
    pull(replica)
    push(replica)
  }
  for (const { replica: index, act, value } of script) {
    clock += 1000
    const replica = replicas[index] as Replica
    if (act === 'sync') sync(replica)
    else if (act === 'pull') pull(replica)
    else if (act === 'stale-push') {
      if (!push(replica)) sync(replica)
    } else edit(replica, act, value, instantOf(clock))
  }
  for (let round = 0; round < 2; round += 1) for (const replica of replicas) sync(replica)
  return { server, replicas }
}

function edit(replica: Replica, act: Step['act'], value: number, at: Instant): void {
  const { person } = replica
  const wrote = (part: MergePart, written: unknown) => {
    replica.changedAt.set(part, at)
    replica.wrote.push({ part, value: written })
  }
  if (act === 'name') {
    replica.person = { ...person, name: `Trần Thử ${value}` }
    wrote('name', replica.person.name)
  } else if (act === 'phone') {
    replica.person = { ...person, phone: `090000000${value}` }
    wrote('phone', replica.person.phone)
  } else if (act === 'national-id') {
    const number = { system: 'national-id' as const, value: `00132600000${value}` }
    const others = person.identifiers.filter(({ system }) => system !== 'national-id')
    replica.person = { ...person, identifiers: [number, ...others] }
    wrote('identifiers.national-id', number)
  } else {
    const alert: Alert = { code: 'allergy', note: `${value}`, notedOn: day('2026-05-01') }
    if (person.alerts.some(({ note }) => note === alert.note)) return
    replica.person = { ...person, alerts: [...person.alerts, alert] }
  }
  replica.isChanged = true
}

describe('five points that change one person, in any order', () => {
  test('end with the same record', () => {
    fc.assert(
      fc.property(steps, script => {
        const { server, replicas } = simulate(script)
        for (const replica of replicas) expect(replica.person).toEqual(server.person)
      }),
      { numRuns: 400 },
    )
  })
  test('never lose an identity silently: it stands, was seen by whoever changed it, or waits for a person', () => {
    fc.assert(
      fc.property(steps, script => {
        const { server, replicas } = simulate(script)
        for (const replica of replicas)
          for (const part of ['name', 'identifiers.national-id'] as const) {
            // What a point wrote over itself is its own affair.
            const last = replica.wrote.filter(one => one.part === part).at(-1)
            if (!last) continue
            const known = server.history.map(person =>
              part === 'name'
                ? person.name
                : person.identifiers.find(({ system }) => system === 'national-id'),
            )
            expect([...known, ...replica.disputed]).toContainEqual(last.value)
          }
      }),
      { numRuns: 400 },
    )
  })
  test('never lose an allergy', () => {
    fc.assert(
      fc.property(steps, script => {
        const { server } = simulate(script)
        const noted = new Set(script.filter(({ act }) => act === 'alert').map(({ value }) => `${value}`))
        expect(new Set(server.person.alerts.map(({ note }) => note))).toEqual(noted)
      }),
      { numRuns: 200 },
    )
  })
})

const doses: fc.Arbitrary<readonly DoseFact[]> = fc
  .uniqueArray(
    fc.record({
      id: fc.uuid(),
      vaccineCode: fc.constantFrom('A', 'B', 'AB'),
      days: fc.integer({ min: 0, max: 4 }),
      givenOnAccuracy: fc.constantFrom(null, null, null, 'month' as const),
      lotNumber: fc.constantFrom(null, 'L1', 'L2'),
      isFirstHand: fc.boolean(),
      recordedBy: fc.constantFrom('một', 'hai', 'ba'),
    }),
    { selector: ({ id }) => id, maxLength: 7 },
  )
  .map(records =>
    records.map(({ days, ...record }) => ({
      ...record,
      antigens: [...record.vaccineCode],
      givenOn: addDays(day('2026-05-10'), days),
    })),
  )

describe('records of doses, in any order', () => {
  test('add up to the same facts, sources and alarms', () => {
    fc.assert(
      fc.property(
        doses.chain(records =>
          fc.tuple(fc.constant(records), fc.shuffledSubarray([...records], { minLength: records.length })),
        ),
        ([records, shuffled]) => {
          expect(settleDoses(shuffled)).toEqual(settleDoses(records))
        },
      ),
      { numRuns: 300 },
    )
  })
  test('no record is lost: each is a fact or the source of one, and no alarm names a source', () => {
    fc.assert(
      fc.property(doses, records => {
        const { same, alarms } = settleDoses(records)
        const sources = new Set(same.map(({ otherId }) => otherId))
        expect(sources.size).toBe(same.length)
        for (const { doseId } of same) expect(sources.has(doseId)).toBe(false)
        for (const { leftId, rightId } of alarms)
          expect(sources.has(leftId) || sources.has(rightId)).toBe(false)
      }),
      { numRuns: 300 },
    )
  })
})
