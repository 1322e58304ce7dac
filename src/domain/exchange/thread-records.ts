import type { ChildCheck } from '../child/child-check'
import { type AntenatalVisit, presentations, urineProteins } from '../maternal/antenatal-visit'
import {
  attendants,
  type Birth,
  birthModes,
  birthPlaces,
  motherStates,
  type Newborn,
} from '../maternal/birth'
import { type Handbook, handbookKinds } from '../maternal/handbook'
import type { BoxAnswer, NewbornVisit, PostpartumVisit } from '../maternal/postnatal-visit'
import { type Pregnancy, pregnancyOutcomes } from '../maternal/pregnancy'
import {
  answersOf,
  type Codec,
  choice,
  dayField,
  idField,
  leftHere,
  listOf,
  maybeId,
  maybeNumber,
  maybeText,
  numberField,
  orNull,
  recordOf,
  textField,
  yesNoField,
} from './thread-codec'

/** Records of the handbook that go along on a slip. */
export type ThreadBodies = {
  readonly pregnancy: Pregnancy
  readonly handbook: Handbook
  readonly 'antenatal-visit': AntenatalVisit
  readonly birth: Birth
  readonly newborn: Newborn
  readonly 'postpartum-visit': PostpartumVisit
  readonly 'newborn-visit': NewbornVisit
  readonly 'child-check': ChildCheck
}
export type ThreadNoun = keyof ThreadBodies

/** In the order in which they are written: what is referred to stands before what refers to it. */
export const threadNouns = [
  'pregnancy',
  'handbook',
  'antenatal-visit',
  'birth',
  'newborn',
  'postpartum-visit',
  'newborn-visit',
  'child-check',
] as const satisfies readonly ThreadNoun[]

const maybeDay = orNull(dayField)
const codes = listOf(textField)
const kg = maybeNumber(500, 1000)
const cm = maybeNumber(300, 100)
const pressure = maybeNumber(400)
const boxes = answersOf<BoxAnswer>(choice(['white', 'yellow'] as const))
/** Who wrote it is known by name alone at another point. */
const by = { byUserId: leftHere as Codec<string | null>, byName: maybeText }

const pregnancy = recordOf<Pregnancy>({
  personId: idField,
  enrolledOn: dayField,
  lastPeriodOn: maybeDay,
  lastPeriodSure: yesNoField,
  scan: orNull(recordOf({ on: dayField, weeks: numberField(60), days: numberField(6) })),
  statedDueOn: maybeDay,
  gravida: maybeNumber(40),
  para: orNull(
    recordOf({
      term: numberField(40),
      preterm: numberField(40),
      lost: numberField(40),
      living: numberField(40),
    }),
  ),
  heightCm: cm,
  weightBeforeKg: kg,
  fetuses: maybeNumber(20),
  riskCodes: codes,
  riskNote: maybeText,
  birthPlan: orNull(
    recordOf({ place: maybeText, transport: maybeText, companion: maybeText, bloodDonor: maybeText }),
  ),
  outcome: orNull(choice(pregnancyOutcomes)),
  endedOn: maybeDay,
  note: maybeText,
  ...by,
})

const antenatal = recordOf<AntenatalVisit>({
  personId: idField,
  pregnancyId: idField,
  visitedOn: dayField,
  placeName: maybeText,
  weightKg: kg,
  systolic: pressure,
  diastolic: pressure,
  oedema: yesNoField,
  fundalHeightCm: cm,
  abdominalGirthCm: cm,
  fetalHeartRates: listOf(numberField(400), 20),
  presentation: orNull(choice(presentations)),
  urineProtein: orNull(choice(urineProteins)),
  haemoglobin: maybeNumber(400, 10),
  tests: listOf(
    recordOf({
      code: textField,
      result: choice(['negative', 'positive', 'pending', 'declined'] as const),
      note: maybeText,
    }),
  ),
  scan: orNull(recordOf({ weeks: maybeNumber(60), days: maybeNumber(6), note: maybeText })),
  ironFolateTablets: maybeNumber(2000),
  dangerSigns: codes,
  diagnosis: maybeText,
  advice: maybeText,
  referredTo: maybeText,
  nextVisitOn: maybeDay,
  ...by,
})

const birth = recordOf<Birth>({
  personId: idField,
  pregnancyId: maybeId,
  bornOn: dayField,
  place: choice(birthPlaces),
  placeName: maybeText,
  mode: choice(birthModes),
  attendant: orNull(choice(attendants)),
  attendantName: maybeText,
  gestationWeeks: maybeNumber(60),
  gestationDays: maybeNumber(6),
  bloodLossMl: maybeNumber(20_000),
  complications: codes,
  motherState: choice(motherStates),
  note: maybeText,
  ...by,
})

const newborn = recordOf<Newborn>({
  birthId: idField,
  personId: maybeId,
  order: numberField(20),
  bornOn: dayField,
  bornAt: maybeText,
  alive: choice([true, false] as const) as Codec<boolean>,
  sex: choice(['male', 'female', 'unknown'] as const),
  weightG: maybeNumber(20_000),
  lengthCm: cm,
  headCm: cm,
  apgar1: maybeNumber(10),
  apgar5: maybeNumber(10),
  apgar10: maybeNumber(10),
  criedAtOnce: yesNoField,
  skinToSkin: yesNoField,
  breastfedWithinHour: yesNoField,
  vitaminK: yesNoField,
  eyeCare: yesNoField,
  defects: maybeText,
  screenings: answersOf<'normal' | 'refer'>(choice(['normal', 'refer'] as const)),
  note: maybeText,
  ...by,
})

const closing = {
  dangerSigns: codes,
  advice: maybeText,
  referredTo: maybeText,
  nextVisitOn: maybeDay,
  ...by,
}

const postpartum = recordOf<PostpartumVisit>({
  personId: idField,
  birthId: idField,
  visitedOn: dayField,
  placeName: maybeText,
  temperatureC: maybeNumber(60, 10),
  pulse: pressure,
  systolic: pressure,
  diastolic: pressure,
  checks: boxes,
  vitaminA: yesNoField,
  contraception: maybeText,
  ...closing,
})

const newbornVisit = recordOf<NewbornVisit>({
  personId: idField,
  birthId: maybeId,
  visitedOn: dayField,
  placeName: maybeText,
  weightKg: kg,
  temperatureC: maybeNumber(60, 10),
  breathsPerMinute: maybeNumber(400),
  checks: boxes,
  ...closing,
})

const check = recordOf<ChildCheck>({
  personId: idField,
  checkedOn: dayField,
  placeName: maybeText,
  weightKg: kg,
  lengthHeightCm: cm,
  position: orNull(choice(['lying', 'standing'] as const)),
  headCm: cm,
  armCm: cm,
  oedema: yesNoField,
  feeding: codes,
  supplements: codes,
  signs: answersOf<'yes' | 'not-yet'>(choice(['yes', 'not-yet'] as const)),
  dangerSigns: codes,
  illness: maybeText,
  advice: maybeText,
  referredTo: maybeText,
  nextVisitOn: maybeDay,
  ...by,
})

const handbook = recordOf<Handbook>({
  personId: idField,
  pregnancyId: maybeId,
  issuedOn: dayField,
  kind: choice(handbookKinds),
  number: maybeText,
  ...by,
})

/** How the records of each noun are written. */
export const threadCodecs: { readonly [N in ThreadNoun]: Codec<ThreadBodies[N]> } = {
  pregnancy,
  handbook,
  'antenatal-visit': antenatal,
  birth,
  newborn,
  'postpartum-visit': postpartum,
  'newborn-visit': newbornVisit,
  'child-check': check,
}
