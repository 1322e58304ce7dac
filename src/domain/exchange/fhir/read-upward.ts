import type { Instant } from '../../calendar/calendar-day'
import type { PointKind } from '../../point/point'
import type { Supervised, SupervisedPoint } from '../../supervision/supervised'
import type { ProvinceCodes } from './codes'
import { identifiersOf, instantIn, partOf, partsOf, type Read, textOf } from './read-fields'
import { readMeasureReport } from './read-measure-report'
import { readTask } from './read-task'
import type { UpwardHead } from './upward-head'

/** Kinds of resources that whoever supervises reads: points before what they sent. */
export const upwardTypes = ['Organization', 'MeasureReport', 'Task'] as const
export type UpwardType = (typeof upwardTypes)[number]

/** What came up, with the version it stands in. */
export type UpwardFact = Supervised & { readonly versionId: string; readonly lastUpdated: Instant }

export type UpwardPage = {
  readonly facts: readonly UpwardFact[]
  /** Resources that were taken back by whoever wrote them. */
  readonly removed: readonly string[]
  readonly matches: number
  /** The largest `meta.lastUpdated` on the page. */
  readonly lastUpdated: Instant | null
  readonly next: string | null
}

/** Reads a searchset of what points sent up; null where the body is none. What others wrote is left out. Never throws. */
export function readUpwardPage(body: unknown, codes: ProvinceCodes): UpwardPage | null {
  const bundle = partOf(body)
  if (bundle.resourceType !== 'Bundle') return null
  const resources = partsOf(bundle.entry).map(({ resource }) => partOf(resource))
  const stamps = resources.flatMap(resource => instantIn(partOf(resource.meta).lastUpdated) ?? [])
  return {
    facts: resources.flatMap(resource => readUpward(resource, codes) ?? []),
    removed: resources.flatMap(removedIn),
    matches: resources.length,
    lastUpdated: stamps.toSorted().at(-1) ?? null,
    next: textOf(partsOf(bundle.link).find(({ relation }) => relation === 'next')?.url),
  }
}

const takenBack: readonly unknown[] = ['entered-in-error', 'error', 'cancelled']

function removedIn({ resourceType, id, status, active }: Read): readonly string[] {
  const isGone = takenBack.includes(status) || active === false
  return isGone && typeof id === 'string' ? [`${String(resourceType)}/${id}`] : []
}

function readUpward(resource: Read, codes: ProvinceCodes): UpwardFact | null {
  const meta = partOf(resource.meta)
  const lastUpdated = instantIn(meta.lastUpdated)
  const [type, id] = [textOf(resource.resourceType), textOf(resource.id)]
  const recordId = textOf(
    identifiersOf(resource).find(({ system }) => system === codes.systems.record)?.value,
  )
  if (lastUpdated === null || type === null || id === null || recordId === null) return null
  const head = { resource: `${type}/${id}`, recordId, lastUpdated }
  const read = readBy[type]?.(resource, head, codes) ?? null
  return read && { ...read, lastUpdated, versionId: textOf(meta.versionId) ?? lastUpdated }
}

const readBy: Readonly<
  Record<string, (resource: Read, head: UpwardHead, codes: ProvinceCodes) => Supervised | null>
> = { Organization: readPoint, MeasureReport: readMeasureReport, Task: readTask }

const kinds = [
  'commune-station',
  'hospital',
  'private-clinic',
  'other',
] as const satisfies readonly PointKind[]

function readPoint(resource: Read, head: UpwardHead, codes: ProvinceCodes): Supervised | null {
  const name = textOf(resource.name)
  if (name === null || resource.active === false) return null
  const kindSystem = `${codes.systems.record}:point-kind`
  const own = partsOf(resource.extension).find(({ url }) => url === kindSystem)
  const code = textOf(partsOf(partOf(own?.valueCodeableConcept).coding)[0]?.code)
  const phone = partsOf(resource.telecom).find(({ system }) => system === 'phone')
  const value: SupervisedPoint = {
    resource: head.resource,
    recordId: head.recordId,
    name,
    kind: kinds.find(kind => kind === code) ?? null,
    phone: textOf(phone?.value),
    ...placeOf(partsOf(resource.address)[0] ?? {}, codes),
  }
  return { kind: 'point', value }
}

/** Units by their codes, as `addressOf` writes them. */
function placeOf(address: Read, { systems }: ProvinceCodes) {
  const units = partsOf(address.extension).flatMap(({ extension }) => partsOf(extension))
  const unitOf = (url: string) => {
    const found = partOf(units.find(unit => unit.url === url)?.valueCodeableConcept)
    return textOf(partsOf(found.coding).find(({ system }) => system === systems.unit)?.code)
  }
  return {
    provinceCode: unitOf('city'),
    provinceName: textOf(address.city),
    communeCode: unitOf('ward'),
    communeName: textOf(address.district),
  }
}
