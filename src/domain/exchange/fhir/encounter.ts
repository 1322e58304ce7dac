import type { VisitOutcome } from '../../session/visit'
import { coding, concept, make, reference, tidy, toResource } from './make'
import type { Json, RecordState, WireContext, WireResource } from './wire'

const actCodes = 'http://terminology.hl7.org/CodeSystem/v3-ActCode'
const diagnosisRoles = 'http://terminology.hl7.org/CodeSystem/diagnosis-role'

const outcomes: Readonly<Record<VisitOutcome, string>> = {
  vaccinated: 'Đã tiêm',
  deferred: 'Tạm hoãn',
  contraindicated: 'Chống chỉ định',
  referred: 'Chuyển khám bệnh viện',
  left: 'Bỏ về',
  refused: 'Không đồng ý tiêm',
}

/** VN Core asks for the reason of every encounter in the place of a diagnosis. */
export function encounterReason(display: string): readonly Json[] {
  return [
    {
      condition: { display },
      use: {
        coding: [{ system: diagnosisRoles, code: 'CC', display: 'Chief complaint' }],
        text: 'Chief complaint',
      },
    },
  ]
}

/** The Encounter of a visit to a session. */
export function encounterOf(state: RecordState<'visit'>, knows: WireContext): WireResource {
  const { value: visit } = state
  const patient = toResource('Patient', 'person', visit.personId)
  const { pointId } = knows
  const organization = pointId === null ? null : toResource('Organization', 'point', pointId)
  const location = pointId === null ? null : toResource('Location', 'point', pointId)
  const { outcome } = visit
  const open = visit.closedAt === null ? 'in-progress' : 'finished'
  const outcomeSystem = `${knows.codes.systems.record}:visit-outcome`
  return make(knows.codes, {
    type: 'Encounter',
    state,
    references: [patient, organization, location],
    fields: {
      status: state.voided ? 'entered-in-error' : open,
      class: coding(actCodes, 'AMB', 'ambulatory'),
      type: [concept([coding(`${knows.codes.systems.record}:visit`, 'vaccination')], 'Buổi tiêm chủng')],
      subject: reference(patient),
      period: { start: visit.openedAt, end: visit.closedAt ?? undefined },
      diagnosis: encounterReason('Đến tiêm chủng'),
      extension:
        outcome === null
          ? undefined
          : [
              {
                url: outcomeSystem,
                valueCodeableConcept: concept(
                  [coding(outcomeSystem, outcome, outcomes[outcome])],
                  tidy(visit.outcomeNote),
                ),
              },
            ],
      location: location ? [{ location: reference(location) }] : undefined,
      serviceProvider: organization ? reference(organization) : undefined,
    },
  })
}
