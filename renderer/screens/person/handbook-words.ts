import { text } from '../../text'

const { postnatal } = text.birth

/** Names of the fields of births and of visits after them, as the change history says them. */
export const handbookFields: Readonly<Record<string, string>> = {
  bornOn: text.birth.bornOn,
  bornAt: text.birth.bornAt,
  alive: text.birth.wasAlive,
  weightG: text.birth.weight,
  lengthCm: `${text.birth.length} (cm)`,
  headCm: `${text.birth.head} (cm)`,
  apgar1: text.birth.apgarAt(1),
  apgar5: text.birth.apgarAt(5),
  apgar10: text.birth.apgarAt(10),
  ...text.birth.checks,
  defects: text.birth.defects,
  place: text.birth.place,
  mode: text.birth.mode,
  attendant: text.birth.attendant,
  attendantName: text.birth.attendantName,
  gestationDays: text.birth.days,
  bloodLossMl: text.birth.bloodLoss,
  motherState: text.birth.motherState,
  endedOn: text.birth.pregnancyEnd,
  visitedOn: postnatal.date,
  nextVisitOn: postnatal.next,
  temperatureC: postnatal.temperature,
  pulse: postnatal.pulse,
  systolic: postnatal.systolic,
  diastolic: postnatal.diastolic,
  vitaminA: postnatal.vitaminA,
  contraception: postnatal.contraception,
  weightKg: postnatal.weightKg,
  breathsPerMinute: postnatal.breaths,
  advice: postnatal.advice,
  referredTo: postnatal.referredTo,
}

/** Fields of a first recording of a birth or a visit that are worth a word. */
export const handbookTold = [
  'bornOn',
  'bornAt',
  'weightG',
  'place',
  'mode',
  'gestationWeeks',
  'visitedOn',
  'weightKg',
  'referredTo',
]

const nouns = ['birth', 'newborn', 'postpartum-visit', 'newborn-visit', 'pregnancy']

/** Codes of these records in words; null for what has none. */
export function handbookCodeWords(noun: string, field: string, value: string | null): string | null {
  if (value === null || !nouns.includes(noun)) return null
  if (value === 'true') return text.common.yes
  if (value === 'false') return text.common.no
  const words: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    sex: text.common.sex,
    place: text.birth.places,
    mode: text.birth.modes,
    attendant: text.birth.attendants,
    motherState: text.birth.motherStates,
    outcome: text.familyThread.outcomes,
  }
  return words[field]?.[value] ?? null
}
