import type { Person } from '../../person/person'
import { coding, concept, make, reference, toResource } from './make'
import type { RecordState, WireContext, WireResource } from './wire'

export const loinc = 'http://loinc.org'

/** What is observed at birth and belongs to the person for good, with its LOINC code, its unit, and what can be true. */
export const birthFacts = {
  birthWeightG: {
    part: 'birth-weight',
    code: '8339-4',
    display: 'Birth weight Measured',
    text: 'Cân nặng lúc sinh',
    unit: 'g',
    between: [200, 8000],
  },
  gestationWeeks: {
    part: 'gestation',
    code: '11884-4',
    display: 'Gestational age Estimated',
    text: 'Tuổi thai lúc sinh',
    unit: 'wk',
    between: [20, 45],
  },
} as const
export type BirthPart = keyof typeof birthFacts
export const birthParts = Object.keys(birthFacts) as readonly BirthPart[]

/** Weight and age at birth, where the record says them. */
export function birthOf(state: RecordState<'person'>, knows: WireContext): readonly WireResource[] {
  return birthParts.flatMap(field => {
    const value = state.value[field]
    return value === null ? [] : [birthFact(state, field, value, knows)]
  })
}

function birthFact(
  state: RecordState<'person'>,
  field: BirthPart,
  value: NonNullable<Person[BirthPart]>,
  knows: WireContext,
): WireResource {
  const { part, code, display, text, unit } = birthFacts[field]
  const patient = toResource('Patient', 'person', state.id)
  return make(knows.codes, {
    type: 'Observation',
    state,
    part,
    references: [patient],
    fields: {
      status: state.voided ? 'entered-in-error' : 'final',
      code: concept([coding(loinc, code, display)], text),
      subject: reference(patient),
      effectiveDateTime: state.value.birthDate,
      valueQuantity: { value, unit, system: 'http://unitsofmeasure.org', code: unit },
    },
  })
}
