import { coding, concept, filled, make, reference, tidy, toResource } from './make'
import { addressOf } from './patient'
import type { RecordState, WireContext, WireResource } from './wire'

const identifierTypes = 'http://terminology.hl7.org/CodeSystem/v2-0203'
const physicalTypes = 'http://terminology.hl7.org/CodeSystem/location-physical-type'

/** VN Core fixes the type of every provider, word for word. */
const provider = {
  coding: [
    {
      system: 'http://terminology.hl7.org/CodeSystem/organization-type',
      code: 'prov',
      display: 'Healthcare Provider',
    },
  ],
  text: 'Healthcare Provider',
} as const

const kinds = {
  'commune-station': 'Trạm y tế xã, phường',
  hospital: 'Bệnh viện',
  'private-clinic': 'Phòng tiêm tư nhân',
  other: 'Cơ sở khác',
} as const

/** The point as the organization that answers for what is done there, and as the place where it is done. */
export function pointResources(state: RecordState<'point'>, knows: WireContext): readonly WireResource[] {
  const { value: point } = state
  const { systems } = knows.codes
  const organization = toResource('Organization', 'point', state.id)
  const kindSystem = `${systems.record}:point-kind`
  const facility = point.code === null ? undefined : [facilityNumber(point.code, systems['facility-code'])]
  const shared = {
    name: tidy(point.name) ?? 'Điểm tiêm',
    telecom: filled(point.phone === null ? [] : [{ system: 'phone', value: point.phone }]),
  }
  const address = addressOf(point.address, knows)
  return [
    make(knows.codes, {
      type: 'Organization',
      state,
      references: [],
      fields: {
        active: !state.voided,
        identifier: facility,
        type: [provider],
        ...shared,
        address: [address],
        extension: [
          {
            url: kindSystem,
            valueCodeableConcept: concept([coding(kindSystem, point.kind)], kinds[point.kind]),
          },
        ],
      },
    }),
    make(knows.codes, {
      type: 'Location',
      state,
      references: [organization],
      fields: {
        status: 'active',
        mode: 'instance',
        ...shared,
        address,
        physicalType: concept([coding(physicalTypes, 'si', 'Site')]),
        managingOrganization: reference(organization),
      },
    }),
  ]
}

function facilityNumber(value: string, system: string) {
  return {
    use: 'secondary',
    type: {
      coding: [{ system: identifierTypes, code: 'PRN', display: 'Provider number' }],
      text: 'Provider number',
    },
    system,
    value,
  }
}

/** A member of staff by name and role. Nothing that opens anything: no PIN, no hash of one. */
export function practitionerOf(state: RecordState<'user'>, knows: WireContext): WireResource {
  const { name, role, active } = state.value
  return make(knows.codes, {
    type: 'Practitioner',
    state,
    references: [],
    fields: {
      active: active && !state.voided,
      name: [{ use: 'official', text: tidy(name) ?? '?' }],
      extension: [{ url: `${knows.codes.systems.record}:role`, valueCode: role }],
    },
  })
}
