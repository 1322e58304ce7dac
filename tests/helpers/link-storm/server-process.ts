import { badRequest, OperationOutcomeError } from '@medplum/core'
import { loadResources } from '../../../main/resources/load'
import type { CalendarDay } from '../../../src/domain/calendar/calendar-day'
import { readEntry } from '../../../src/domain/exchange/fhir/marks'
import { seededRandom } from '../../../src/domain/exchange/random'
import { servedTypes } from '../province-server/definitions'
import type { Fault, FaultHook } from '../province-server/faults'
import { openProvinceServer, type ProvinceServer } from '../province-server/server'
import type { HeldResource, ServerAnswer, ServerOrder, ServerSettings } from './protocol'
import { refusedName } from './refused-name'

/*
 * The province of the storm: a process that may be killed at any moment and finds everything again in its file.
 */
const settings = JSON.parse(process.argv[2] ?? '{}') as ServerSettings

/** Longer than a point of the storm waits: what it gave up on arrives after it has asked again. */
const lateMs = 1_500

const choices: readonly Fault[] = [
  'refuse',
  'drop-before',
  'drop-after',
  'duplicate',
  'half',
  'html',
  { status: 409 },
  { status: 412 },
  { status: 422 },
  { status: 400 },
  { status: 429, retryAfterSeconds: 0 },
  { status: 500 },
  { status: 503 },
  { delayMs: lateMs },
]

const counts: Record<string, number> = {}
let isCalm = false

function faultsOf(seed: number, share: number): FaultHook {
  const random = seededRandom(seed)
  return () => {
    if (isCalm || random() >= share) return 'pass'
    const fault = choices[Math.floor(random() * choices.length)] ?? 'pass'
    const name =
      typeof fault === 'string' ? fault : 'status' in fault ? String(fault.status) : 'late and out of order'
    counts[name] = (counts[name] ?? 0) + 1
    return fault
  }
}

const codes = loadResources(
  process.env.DIEM_TIEM_RESOURCES ?? 'resources',
  '2026-11-22' as CalendarDay,
).provinceCodes

function dump(server: ProvinceServer): readonly HeldResource[] {
  return servedTypes.flatMap(type =>
    server.repository.all(type).map(resource => {
      const fields = resource as unknown as Record<string, unknown>
      const own = [fields.identifier]
        .flat()
        .map(each => each as { system?: string; value?: string } | undefined)
        .find(each => each?.system === codes.systems.record)
      const patient = (fields.patient ?? fields.subject) as { reference?: string } | undefined
      return {
        type,
        id: String(resource.id),
        key: `${type}/${own?.value ?? `?${resource.id}`}`,
        entryId: readEntry(fields, codes)?.entryId ?? null,
        status: typeof fields.status === 'string' ? fields.status : null,
        patient: patient?.reference ?? null,
      }
    }),
  )
}

const say = (answer: ServerAnswer) => process.send?.(answer)

const server = await openProvinceServer({
  port: settings.port,
  file: settings.file,
  codes: settings.codes,
  faults: faultsOf(settings.seed, settings.share),
})
const { repository } = server
const create = repository.createResource.bind(repository)
repository.createResource = (resource, ...rest) => {
  if (resource.resourceType === 'Patient' && JSON.stringify(resource.name).includes(refusedName))
    throw new OperationOutcomeError(badRequest('Tên không đúng quy định của tỉnh', 'Patient.name'))
  return create(resource, ...rest)
}
process.on('message', (order: ServerOrder) => {
  if (order.do === 'dump') {
    say({ kind: 'dump', held: dump(server), faults: counts, requests: server.requests() })
    return
  }
  isCalm = order.do === 'calm'
  say({ kind: 'calm' })
})
process.on('disconnect', () => process.exit(0))
say({ kind: 'ready', base: server.base })
