import { wireContext, wireOfRecord } from '../../../main/services/link/wire-context'
import { recordHistoricalDoses, voidDose } from '../../../src/contract/dose-calls'
import {
  getLinkStatus,
  joinProvince,
  listLinkLedger,
  retryUpload,
  tryLinkNow,
} from '../../../src/contract/link-calls'
import { correctPerson } from '../../../src/contract/person-calls'
import { setUpPoint } from '../../../src/contract/point-calls'
import { addDays, day } from '../../../src/domain/calendar/calendar-day'
import { travels } from '../../../src/domain/exchange/fhir/wire-of'
import { givePenta, pointSetUp, register, stockLot } from '../../main/services/ready-point'
import { linkHere } from '../link-runner'
import { openTestPoint } from '../test-point'
import { isShared, lookUp, pause, peopleOf, receiveNeighbour, rename } from './neighbours'
import { openConflicts, type Settled, settleAll } from './nurse'
import type { Act, Neighbour, PointAnswer, PointEnd, PointOrder, PointSettings, SavedDose } from './protocol'
import { refusedName } from './refused-name'

/*
 * One point of the storm: its own database and uploader, in a process that may be killed at any moment.
 */
const settings = JSON.parse(process.argv[2] ?? '{}') as PointSettings
const refusals: Record<string, number> = {}
const settled: Settled = {}
let unexplained = 0

const point = openTestPoint({
  file: settings.file,
  at: settings.at,
  runner: side => linkHere(side, { idleMs: 1_000, totalMs: 4_000 }),
})
if (!point.store.point())
  point.done(setUpPoint, {
    ...pointSetUp,
    station: { name: `Máy ${settings.index}`, number: settings.index },
  })
point.actAs('head', 'Trưởng trạm')
point.ports.link.start()

async function join(base: string, code: string): Promise<PointAnswer> {
  point.done(joinProvince, { address: base, code, authorityPem: null, proxy: null })
  for (;;) {
    const { joining, server } = point.done(getLinkStatus, {})
    if (joining?.state !== 'running')
      return { kind: 'joined', isJoined: server !== null, code: joining?.code ?? null }
    await pause(20)
  }
}

/** Who was registered, and whose name was corrected, since the last answer. */
const born: Neighbour[] = []
const renamed: string[] = []

/** A child of its own birthday, so that nobody looks like somebody else. */
function newChild(number: number, isInfant: boolean, called = 'Lò Thị Bịa'): string {
  const first = isInfant ? day('2026-08-20') : day('2019-01-01')
  const birthDate = addDays(first, isInfant ? number % 32 : number)
  const letters = `${'ABCDEGHIKLMNOPQRSTUVXY'[number % 22]}${'aeiou'[Math.floor(number / 22) % 5]}`
  const name = `${called} ${letters} ${'ABCDEGHIKLMNOPQRSTUVXY'[Math.floor(number / 110) % 22]} ${settings.index}`
  const personId = register(point, { name, birthDate, relatives: [] })
  if (called !== refusedName) born.push({ personId, name, birthDate })
  return personId
}

function lot(): string {
  const [open] = point.store.records.list('lot', { vaccine_code: 'SII_PENTA' }, 'created_stamp').toReversed()
  const left = open ? (point.store.lots.find(open.id)?.balance ?? 0) : 0
  return open && left > 0
    ? open.id
    : stockLot(point, { vaccineCode: 'SII_PENTA', number: `LO-${Date.now()}`, doses: 200 })
}

/** Two doses of a card, copied for somebody. */
function copyCard(personId: string, number: number): readonly SavedDose[] {
  const givenOn = addDays(day('2019-01-01'), number + 70)
  const doses = [0, 35].map((days, at) => ({
    ...{ vaccineCode: 'SII_PENTA', givenOn: addDays(givenOn, days), statedNumber: at + 1 },
    ...{ lotNumber: null, placeName: 'Trạm Y tế xã khác' },
  }))
  const { doseIds } = point.done(recordHistoricalDoses, { personId, doses })
  return doseIds.map(doseId => ({ doseId, personId, isTakenBack: false }))
}

type WithNeighbour = 'neighbour' | 'look-up' | 'rename'

/** What is done with a child that somebody else may know as well. */
const shared: Readonly<
  Record<WithNeighbour, (child: Neighbour, number: number) => Promise<readonly SavedDose[]>>
> = {
  neighbour: (child, number) => receiveNeighbour(point, child, number),
  async 'look-up'(child) {
    if (!point.store.records.find('person', child.personId)) await lookUp(point, child)
    return []
  },
  async rename(child, number) {
    if (rename(point, child, number, settings.index)) renamed.push(child.personId)
    return []
  },
}

const deeds: Readonly<Record<Exclude<Act, WithNeighbour>, (number: number) => readonly SavedDose[]>> = {
  'copy-card': number => copyCard(newChild(number, false), number),
  'bad-name': number => copyCard(newChild(number, false, refusedName), number),
  shot(number) {
    const personId = newChild(number, true)
    return [{ doseId: givePenta(point, personId, lot()).doseId, personId, isTakenBack: false }]
  },
  'take-back'(number) {
    const doses = point.store.records
      .list('dose', {}, 'created_stamp')
      .filter(({ id }) => !isShared(point, id))
    const dose = doses[number % Math.max(1, doses.length)]
    if (!dose) return []
    point.done(voidDose, { doseId: dose.id, reason: 'ghi nhầm người' })
    return [{ doseId: dose.id, personId: dose.personId, isTakenBack: true }]
  },
  correct(number) {
    const people = point.store.records.list('person', {}, 'created_stamp')
    const person = people[number % Math.max(1, people.length)]
    if (!person) return []
    const phone = `09${String(10_000_000 + number)}`
    if (person.phone !== phone)
      point.done(correctPerson, { personId: person.id, changes: { phone }, reason: 'đổi số' })
    return []
  },
  'clock-back': number => tick(-(number % 180)),
  'clock-on': number => tick(number % 180),
  quiet: () => [],
}

function tick(minutes: number): readonly SavedDose[] {
  point.setClock(minutes * 60_000)
  return []
}

/** What the province says is wrong with the name is put right. */
function giveAnotherName(personId: string): void {
  const name = point.store.records.find('person', personId)?.name ?? ''
  if (!name.startsWith(refusedName)) return
  const changes = { name: name.replace(refusedName, 'Lò Thị Bịa') }
  point.done(correctPerson, { personId, changes, reason: 'sai tên' })
}

let pulling: Promise<void> | null = null
function pullOnce(): Promise<void> {
  pulling ??= point.province.pullOnce().finally(() => {
    pulling = null
  })
  return pulling
}

/** What a nurse does with what was refused: looks at the sentence, and sends it again. */
function nurse(): void {
  const { server, refused, conflicts } = point.done(getLinkStatus, {})
  if (!server) return
  settleAll(point, settled)
  if (refused + conflicts > 0) {
    const request = {
      filter: 'attention',
      from: day('2026-01-01'),
      to: day('2027-01-01'),
      after: null,
    } as const
    for (const { noun, recordId, problem } of point.done(listLinkLedger, request).rows) {
      if (problem) refusals[problem.reason] = (refusals[problem.reason] ?? 0) + 1
      else unexplained += 1
      if (noun === 'person' && problem?.fields.includes('Patient.name')) giveAnotherName(recordId)
    }
    point.done(retryUpload, { recordId: null })
  }
  // What was changed elsewhere is taken in first, as the application does by itself.
  if (conflicts > 0) void pullOnce()
  point.done(tryLinkNow, {})
}
setInterval(nurse, 300).unref()

function isQuiet(): boolean {
  const { waiting, refused, conflicts, activity } = point.done(getLinkStatus, {})
  return waiting + refused + conflicts === 0 && activity.phase === 'idle'
}

/** Both directions, and once more what the server had refused for a version that was not known here. */
async function meet(seconds: number): Promise<void> {
  const end = Date.now() + seconds * 1000
  for (let isFirst = true; isFirst || (openConflicts(point) > 0 && Date.now() < end); isFirst = false) {
    await pullOnce()
    settleAll(point, settled)
    while (!isQuiet() && Date.now() < end) await pause(50)
    await pullOnce()
  }
}

async function settle(seconds: number): Promise<PointEnd> {
  const end = Date.now() + seconds * 1000
  while (!isQuiet() && Date.now() < end) await pause(50)
  const { waiting } = point.done(getLinkStatus, {})
  const doses = point.store.records.list('dose', {}, 'created_stamp')
  const all = [
    ...doses,
    ...point.db.prepare<[], { id: string }>('SELECT id FROM dose WHERE voided = 1').all(),
  ]
  return {
    isSettled: isQuiet(),
    ...{
      waiting,
      refusals,
      unexplained,
      settled,
      openConflicts: openConflicts(point),
      logs: point.logs.slice(-5),
    },
    expected: expectedOf(),
    people: peopleOf(point),
    doses: all
      .filter(({ id }) => !isShared(point, id))
      .map(({ id }) => ({
        doseId: id,
        isTakenBack: point.store.records.find('dose', id)?.voided ?? false,
        serverIds: point.store.link.findKnown(`Immunization/${id}`)?.serverId
          ? [point.store.link.findKnown(`Immunization/${id}`)?.serverId ?? '']
          : [],
      })),
  }
}

/** Every resource that this point's journal adds up to. */
function expectedOf(): PointEnd['expected'] {
  const { store, resources } = point.ports
  const context = wireContext({ store, resources, codes: resources.provinceCodes })
  const records = point.db
    .prepare<[], { noun: string; record_id: string }>('SELECT DISTINCT noun, record_id FROM journal')
    .all()
  // A version of another point in which nothing was new for this one: heard, and no entry made of it.
  const heard = point.db
    .prepare<[string], string>('SELECT entry_id FROM province_copy WHERE record_id = ?')
    .pluck()
  const expected = new Map<string, string[]>()
  for (const { noun, record_id: id } of records) {
    if (!travels(noun) || isShared(point, id)) continue
    for (const { key, entry } of wireOfRecord({ noun, id }, context))
      expected.set(key, [...(expected.get(key) ?? []), entry.entryId, ...heard.all(id)])
  }
  return [...expected]
}

const isWith = (act: Act): act is WithNeighbour => act in shared

async function withNeighbour(act: WithNeighbour, neighbour: Neighbour | null, number: number) {
  return neighbour ? shared[act](neighbour, number) : []
}

async function obey(order: PointOrder): Promise<PointAnswer> {
  if (order.do === 'join') return join(order.base, order.code)
  if (order.do === 'settle') return { kind: 'end', end: await settle(order.seconds) }
  if (order.do === 'meet') {
    await meet(order.seconds)
    return { kind: 'met', settled: Object.values(settled).reduce((sum, each) => sum + each, 0) }
  }
  point.moveClock(order.minutes * 60_000)
  const { act, number, neighbour } = order
  const doses = isWith(act) ? await withNeighbour(act, neighbour, number) : deeds[act](number)
  return { kind: 'saved', doses, people: born.splice(0), renamed: renamed.splice(0) }
}

process.on('message', (order: PointOrder) => {
  obey(order).then(
    answer => process.send?.(answer),
    (error: unknown) =>
      process.send?.({ kind: 'failed', message: error instanceof Error ? error.message : String(error) }),
  )
})
process.on('disconnect', () => process.exit(0))
process.send?.({ kind: 'ready' })
