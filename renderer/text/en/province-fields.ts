import type { provinceFields as vi } from '../vi/province-fields'

/** What the national data set asks for and a record does not say. */
export const provinceFields: typeof vi = {
  fields: {
    number: 'personal number or passport',
    name: 'name',
    'birth-date': 'birth date',
    sex: 'sex',
    'ethnic-group': 'ethnic group',
    'place-of-birth': 'commune and province of birth',
    'place-of-birth-registration': 'commune and province of birth registration',
    'place-of-origin': 'commune and province of origin',
    'permanent-place': 'commune and province of the permanent address',
    'current-place': 'commune and province of the current address',
    vaccine: 'a vaccine of the list',
    'given-on': 'the exact day',
    'dose-number': 'dose number',
    facility: 'code or name of the facility',
    antigen: 'antigen',
  },
  missing: names => `Still missing for the national data set: ${names.join(', ')}.`,
  mend: { person: 'Correct the record', dose: 'Open the doses', point: 'Enter the facility code in Set-up' },
  complete: 'Every mandatory field of the national data set is there.',
}
