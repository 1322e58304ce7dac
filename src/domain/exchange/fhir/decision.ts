import type { AnsweredQuestion } from './answered-question'
import { coding, concept, reference, tidy, toResource } from './make'
import { entryExtension } from './marks'
import type { RecordState, WireContext, WireReference, WireResource } from './wire'

const participantTypes = 'http://terminology.hl7.org/CodeSystem/provenance-participant-type'

export const doseDecisions = ['same-dose', 'two-doses'] as const
export type DoseDecision = (typeof doseDecisions)[number]

const words: Readonly<Record<DoseDecision, string>> = {
  'same-dose': 'Hai bản ghi của cùng một mũi',
  'two-doses': 'Hai mũi khác nhau',
}

/** The system under which decisions about two records of a dose are tagged. */
export function decisionSystem({ systems }: WireContext['codes']): string {
  return `${systems.record}:dose-decision`
}

/** True for what was decided about a possible double dose: other questions are settled by the value that is written. */
export function decisionIn({ kind, doseIds, verdict }: AnsweredQuestion): DoseDecision | null {
  if (kind !== 'double-dose' || doseIds.length !== 2) return null
  return doseDecisions.find(each => each === verdict) ?? null
}

/**
 * What somebody decided about two records of a person's doses: a Provenance of both. Neither record is touched, because
 * each is corrected by its own point alone.
 */
export function decisionOf(state: RecordState<'conflict'>, knows: WireContext): readonly WireResource[] {
  const { value, id, entry } = state
  const decision = state.voided ? null : decisionIn(value)
  if (decision === null) return []
  const { codes } = knows
  const doses = value.doseIds.map(doseId => toResource('Immunization', 'dose', doseId))
  const by: WireReference | null =
    value.byUserId === null ? null : toResource('Practitioner', 'user', value.byUserId)
  const name = tidy(value.byName)
  const note = tidy(value.note)
  const tag = { system: codes.systems.record, code: id }
  return [
    {
      key: `Provenance/${id}`,
      record: { noun: 'conflict', id },
      search: `_tag=${tag.system}|${tag.code}`,
      references: [...doses, ...(by ? [by] : [])],
      entry,
      resource: {
        resourceType: 'Provenance',
        extension: [entryExtension(codes, entry)],
        meta: { tag: [tag, coding(decisionSystem(codes), decision)] },
        target: doses.map(dose => reference(dose)),
        recorded: value.decidedAt ?? entry.at,
        activity: concept([coding(decisionSystem(codes), decision)], words[decision]),
        reason: note === undefined ? undefined : [{ text: note }],
        agent: [
          {
            type: concept([coding(participantTypes, 'author')]),
            who: by ? reference(by, name) : { display: name ?? 'Không rõ' },
          },
        ],
      },
    },
  ]
}
