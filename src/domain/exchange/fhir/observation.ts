import type { Conclusion } from '../../screening/form'
import { coding, concept, type Fields, filled, make, reference, tidy, toResource } from './make'
import type { Json, RecordState, WireContext, WireResource } from './wire'

const categories = 'http://terminology.hl7.org/CodeSystem/observation-category'
const loinc = 'http://loinc.org'
const units = 'http://unitsofmeasure.org'

const conclusions: Readonly<Record<Conclusion, string>> = {
  eligible: 'Đủ điều kiện tiêm chủng',
  contraindicated: 'Chống chỉ định',
  deferred: 'Tạm hoãn',
  'refer-hospital': 'Chuyển khám sàng lọc tại bệnh viện',
}

type Screened = RecordState<'screening'>

/** What a screening found: temperature, weight, and the conclusion with every answer that was a yes. */
export function screeningResources(state: Screened, knows: WireContext): readonly WireResource[] {
  const { temperatureC, weightKg } = state.value
  const resources = [
    observation(state, knows, 'temperature', {
      ...vital('8310-5', 'Body temperature', 'Thân nhiệt'),
      valueQuantity: { value: temperatureC, unit: '°C', system: units, code: 'Cel' },
    }),
  ]
  if (weightKg !== null)
    resources.push(
      observation(state, knows, 'weight', {
        ...vital('29463-7', 'Body weight', 'Cân nặng'),
        valueQuantity: { value: weightKg, unit: 'kg', system: units, code: 'kg' },
      }),
    )
  return [...resources, observation(state, knows, 'conclusion', conclusionOf(state, knows))]
}

function vital(code: string, display: string, text: string): Fields {
  return {
    category: [concept([coding(categories, 'vital-signs', 'Vital Signs')])],
    code: concept([coding(loinc, code, display)], text),
  }
}

function conclusionOf({ value }: Screened, { codes }: WireContext): Fields {
  const own = `${codes.systems.record}:screening`
  const form = { system: `${own}:form`, code: value.formId, version: value.formVersion }
  return {
    category: [concept([coding(categories, 'exam', 'Exam')])],
    code: concept([coding(own, 'conclusion'), form], 'Kết luận khám sàng lọc trước tiêm chủng'),
    valueCodeableConcept: concept(
      [coding(own, value.concluded, conclusions[value.concluded])],
      conclusions[value.concluded],
    ),
    note: filled([tidy(value.differsBecause)].flatMap(text => (text === undefined ? [] : [{ text }]))),
    component: filled(answersOf(value, own)),
  }
}

/** Every question answered with yes, in the order of their codes, so that one state is always written the same way. */
function answersOf({ answers }: Screened['value'], own: string): readonly Json[] {
  return Object.entries(answers)
    .filter(([, { yes }]) => yes)
    .toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([item, { detail }]) => {
      const said = tidy(detail)
      return {
        code: concept([coding(`${own}:item`, item)]),
        ...(said === undefined ? { valueBoolean: true } : { valueString: said }),
      }
    })
}

function observation(state: Screened, knows: WireContext, part: string, fields: Fields): WireResource {
  const { value } = state
  const patient = toResource('Patient', 'person', value.personId)
  const encounter = toResource('Encounter', 'visit', value.visitId)
  const by = toResource('Practitioner', 'user', value.signedByUserId)
  return make(knows.codes, {
    type: 'Observation',
    state,
    part,
    references: [patient, encounter, by],
    fields: {
      status: state.voided ? 'entered-in-error' : 'final',
      subject: reference(patient),
      encounter: reference(encounter),
      effectiveDateTime: value.signedAt,
      issued: value.signedAt,
      performer: [reference(by, tidy(value.signedByName))],
      ...fields,
    },
  })
}
