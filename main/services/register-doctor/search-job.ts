import { examinePerson } from '../../../src/domain/register-doctor/examine'
import type { Examined } from '../../../src/domain/register-doctor/examined'
import type { Finding } from '../../../src/domain/register-doctor/finding'
import { twinKey } from '../../../src/domain/register-doctor/twin-checks'
import { defineJob, type JobContext } from '../jobs/job'
import { type DoctorPart, keepPart } from './keep-search'
import { numberFindings, pairFindings, phoneFindings } from './shared'
import { checkTools } from './tools'

const peopleAtATime = 300
/** Kept in one short transaction of the engine: some milliseconds. */
const findingsAtATime = 50

/**
 * Goes through the whole register for what cannot be right: everybody by themselves, then numbers and telephones that
 * several have, then twins. Called off, it leaves what the last complete search found.
 */
export const registerCheckJob = defineJob<'register.check'>({
  name: 'register.check',
  async run(context) {
    // Before anything is read: who is written about from now on is looked at once more at the end.
    await context.hand({ kind: 'begin' } satisfies DoctorPart)
    const { found, persons } = await context.store.snapshotLong(() => searchRegister(context))
    for (let from = 0; from < found.length; from += findingsAtATime)
      await context.hand({
        kind: 'found',
        found: found.slice(from, from + findingsAtATime),
      } satisfies DoctorPart)
    const search = { at: context.at, persons, findings: found.length }
    await context.hand({ kind: 'end', search } satisfies DoctorPart)
    return { persons, findings: found.length }
  },
  keep: (ports, part) => keepPart(ports, part as DoctorPart),
})

type Steps = Pick<JobContext, 'store' | 'resources' | 'today' | 'progress' | 'breathe'>

async function searchRegister(context: Steps) {
  const tools = checkTools(context, context.today)
  const { examination, persons } = context.store
  const total = persons.count()
  const found: Finding[] = []
  const births = new Map<string, string[]>()
  let seen = 0
  for (let place: number | null = 0; place !== null; ) {
    await context.breathe()
    const page = examination.examinedAfter(place, peopleAtATime)
    for (const examined of page.people) {
      found.push(...examinePerson(examined, tools))
      noteBirth(births, examined)
    }
    seen += page.people.length
    context.progress(Math.min(seen, total), total)
    place = page.next
  }
  found.push(...(await searchShared(context, tools, births)))
  return { found, persons: seen }
}

function noteBirth(births: Map<string, string[]>, { person, personId }: Examined): void {
  const key = twinKey(person)
  if (key === null) return
  const known = births.get(key)
  if (known) known.push(personId)
  else births.set(key, [personId])
}

async function searchShared(
  { store, breathe }: Steps,
  tools: ReturnType<typeof checkTools>,
  births: ReadonlyMap<string, readonly string[]>,
): Promise<readonly Finding[]> {
  const found: Finding[] = []
  for (const number of store.examination.sharedNumbers()) found.push(...numberFindings(store, number))
  for (const digits of store.examination.sharedPhones(tools.limits.phoneFamilies)) {
    await breathe()
    found.push(...phoneFindings(store, digits, tools))
  }
  for (const ids of births.values()) {
    if (ids.length < 2) continue
    await breathe()
    const twins = ids.flatMap(personId => store.examination.examined(personId) ?? [])
    found.push(...pairFindings(twins, tools))
  }
  return found
}
