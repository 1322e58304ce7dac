import type { ProblemParams } from '../../../src/contract/errors'
import type { pregnancyErrorCodes } from '../../../src/contract/pregnancy-error-codes'

type Sentences = {
  readonly [Code in (typeof pregnancyErrorCodes)[number]]: (params: ProblemParams) => string
}

/** A day as people write it. */
function day(value: ProblemParams[string] | undefined): string {
  return String(value ?? '…')
    .split('-')
    .toReversed()
    .join('/')
}

/** Which value of a pregnancy or a visit is meant. */
const values: Readonly<Record<string, string>> = {
  heightCm: 'Height (cm)',
  weightBeforeKg: 'Weight before pregnancy (kg)',
  gravida: 'Number of this pregnancy',
  fetuses: 'Number of fetuses',
  'scan.weeks': 'Age by scan (weeks)',
  weightKg: 'Weight (kg)',
  systolic: 'Systolic pressure',
  diastolic: 'Diastolic pressure',
  fundalHeightCm: 'Fundal height (cm)',
  abdominalGirthCm: 'Abdominal girth (cm)',
  fetalHeartRates: 'Fetal heart (a minute)',
  haemoglobin: 'Haemoglobin (g/L)',
  ironFolateTablets: 'Iron/folate tablets',
}

/** A number or a word of the sentence. */
function said(value: ProblemParams[string] | undefined): string {
  return String(value ?? '…')
}

export const pregnancyErrors: Sentences = {
  'pregnancy.not-found': () => 'This pregnancy is not there any more. Open the record again.',
  'pregnancy.already-going': ({ on }) =>
    `A pregnancy enrolled on ${day(on)} is still going on. End that one first.`,
  'pregnancy.not-a-woman': () => 'This record says male, so nothing was saved. Check who is open.',
  'pregnancy.mother-age': ({ years, from, to }) =>
    `The record says ${said(years)} years; pregnancies are written for ${said(from)}–${said(to)} years. Check the birth date.`,
  'pregnancy.day-in-future': ({ today }) => `This day is after today (${day(today)}). Check the date.`,
  'pregnancy.day-after-enrolment': ({ on }) =>
    `The pregnancy would begin after the enrolment on ${day(on)}. Check the date.`,
  'pregnancy.bad-value': ({ what, value, from, to }) =>
    `${values[String(what)] ?? 'Value'}: ${said(value)} is outside ${said(from)}–${said(to)}. Check the number.`,
  'pregnancy.unknown-code': ({ value }) =>
    `The list has no “${said(value)}”. Open the screen again and choose.`,
  'pregnancy.gravida-odd': ({ gravida, before }) =>
    `Pregnancy number ${said(gravida)}, but PARA has ${said(before)} before it. Check both.`,
  'pregnancy.over-44-weeks': ({ weeks }) =>
    `That makes ${said(weeks)} weeks on the day of enrolment. Check the date; if it is so, save once more.`,
  'pregnancy.ended': ({ on }) => `This pregnancy ended on ${day(on)}.`,
  'pregnancy.still-going': () => 'This pregnancy is still going on; there is nothing to reopen.',
  'pregnancy.end-before-start': ({ on }) =>
    `The end lies before the beginning of the pregnancy (${day(on)}). Check the date.`,
  'pregnancy.end-before-visit': ({ on }) =>
    `The end lies before the visit of ${day(on)}. Check one of the two dates.`,
  'pregnancy.has-records': () =>
    'Visits or a birth hang on this pregnancy, so nothing was done. Void those records first.',
  'pregnancy.nothing-changed': () => 'Nothing changed, so nothing was saved.',
  'antenatal.not-found': () => 'This visit is not there any more. Open the record again.',
  'antenatal.before-enrolment': ({ on }) =>
    `The visit lies before the enrolment on ${day(on)}. If it was elsewhere, write where.`,
  'antenatal.before-pregnancy': ({ on }) =>
    `The visit lies before the pregnancy (${day(on)}). Check the date.`,
  'antenatal.after-end': ({ on }) => `The pregnancy ended on ${day(on)}. Check the day of the visit.`,
  'antenatal.same-day': ({ on }) =>
    `There is a visit of ${day(on)} already. Open it to correct it instead of adding one.`,
  'antenatal.next-not-after': ({ on }) => `The next visit must lie after the visit of ${day(on)}.`,
  'antenatal.nothing-written': () => 'Nothing was written of this visit. Fill in one value at least.',
  'antenatal.pressure-half': () => 'Blood pressure needs both numbers, as 110/70.',
  'antenatal.pressure-swapped': ({ systolic, diastolic }) =>
    `Blood pressure ${said(systolic)}/${said(diastolic)}: the second must be the smaller one. Check it.`,
  'antenatal.haemoglobin-unit': ({ value, grams }) =>
    `Haemoglobin ${said(value)} looks like g/dL. Write g/L: ${said(grams)}.`,
  'antenatal.weight-jump': ({ before, on, value }) =>
    `Weight ${said(value)} kg, before ${said(before)} kg (${day(on)}). Weigh again; if it is so, save once more.`,
  'antenatal.fundal-differs': ({ value, weeks }) =>
    `Fundal height ${said(value)} cm at ${said(weeks)} weeks. Measure again; if it is so, save once more.`,
  'handbook.not-found': () => 'This handing-out is not there any more. Open the record again.',
  'handbook.already-issued': ({ on }) =>
    `A handbook of this kind was handed out on ${day(on)}. If it was lost, void that first.`,
}
