import { addDays, type CalendarDay, daysBetween } from '../calendar/calendar-day'
import { addOffset, latestOf, type Offset, offset } from '../calendar/offset'
import type { Programme } from '../immunization/dose'
import { between, type Random } from './random'

/*
 * Made-up vaccination histories for practice mode and tests. They follow the national table §1.3 only
 * closely enough to look real: the dates a real person is told come from the schedule data, never from here.
 */

/** What comes at one visit: at an age, and not before a time after an earlier visit. */
type PlannedVisit = {
  readonly id: string
  readonly age: Offset
  readonly after: { readonly visit: string; readonly gap: Offset } | null
  readonly vaccines: readonly string[]
}

/** How a family comes to its visits. */
export type Habit = {
  /** `national`: programme vaccines; `fee`: mostly products the family pays for. */
  readonly kind: 'national' | 'fee'
  /** Days after the due day they usually come, at most. */
  readonly jitterDays: number
  /** Rotavirus and pneumococcal vaccine of the programme, where they have been rolled out. */
  readonly hasRota: boolean
  readonly hasPcv: boolean
  /** A dose given before its time once, as old cards hold: it does not count and was repeated. */
  readonly early: 'five-in-one' | 'measles' | null
  /** The visit from which on nothing was given. */
  readonly stopAt: VisitId | null
}

/** The visits of the plans by the age they are due; a `2` behind marks a second visit at that age. */
export type VisitId = '2m' | '3m' | '4m' | '4m2' | '5m' | '9m' | '9m2' | '12m' | '12m2' | '18m' | '24m' | '7y'

/** One invented dose. */
export type InventedDose = {
  readonly vaccineCode: string
  readonly givenOn: CalendarDay
  readonly programme: Programme
}

/** A history up to yesterday, and the visits that are due by today. */
export type InventedHistory = {
  readonly doses: readonly InventedDose[]
  readonly due: readonly {
    readonly visit: string
    readonly dueOn: CalendarDay
    readonly vaccines: readonly string[]
  }[]
}

const month = offset('1 month')

function visitsOf(habit: Habit): readonly PlannedVisit[] {
  return habit.kind === 'fee' ? feeVisits : nationalVisits(habit)
}

function visit(
  id: VisitId | '0',
  age: string,
  after: PlannedVisit['after'],
  vaccines: readonly string[],
): PlannedVisit {
  return { id, age: offset(age), after, vaccines }
}

function nationalVisits({ hasRota, hasPcv }: Habit): readonly PlannedVisit[] {
  const rota = hasRota ? ['ROTAVIN_M1'] : []
  const pcv = hasPcv ? ['PCV_EPI'] : []
  return [
    visit('2m', '2 months', null, ['SII_PENTA', 'BOPV_POLYVAC', ...rota, ...pcv]),
    visit('3m', '3 months', { visit: '2m', gap: month }, ['SII_PENTA', 'BOPV_POLYVAC', ...rota]),
    visit('4m', '4 months', { visit: '3m', gap: month }, ['SII_PENTA', 'BOPV_POLYVAC', ...pcv]),
    visit('5m', '5 months', null, ['IMOVAX_POLIO']),
    visit('9m', '9 months', null, ['MVVAC']),
    visit('9m2', '9 months', { visit: '5m', gap: offset('4 months') }, ['IMOVAX_POLIO']),
    visit('12m', '12 months', { visit: '9m', gap: month }, ['JEVAX']),
    visit('12m2', '12 months', { visit: '12m', gap: offset('7 days') }, ['JEVAX']),
    visit('18m', '18 months', { visit: '4m', gap: offset('6 months') }, ['DPT_IVAC', 'MRVAC']),
    visit('24m', '24 months', { visit: '12m2', gap: offset('12 months') }, ['JEVAX']),
    visit('7y', '7 years', { visit: '18m', gap: offset('3 years') }, ['TD_IVAC']),
  ]
}

const feeVisits: readonly PlannedVisit[] = [
  visit('2m', '2 months', null, ['HEXAXIM', 'ROTARIX', 'PREVENAR13']),
  visit('3m', '3 months', { visit: '2m', gap: month }, ['HEXAXIM', 'ROTARIX']),
  visit('4m', '4 months', { visit: '3m', gap: month }, ['HEXAXIM']),
  visit('4m2', '4 months', { visit: '2m', gap: offset('2 months') }, ['PREVENAR13']),
  visit('9m', '9 months', { visit: '4m', gap: month }, ['MVVAC', 'IMOJEV']),
  visit('12m', '12 months', { visit: '9m', gap: month }, ['PREVENAR13', 'VARIVAX']),
  visit('18m', '18 months', { visit: '4m', gap: offset('6 months') }, ['HEXAXIM', 'MMR_II']),
  visit('24m', '21 months', { visit: '9m', gap: offset('12 months') }, ['IMOJEV']),
  visit('7y', '7 years', { visit: '18m', gap: offset('3 years') }, ['ADACEL']),
]

const programmeVaccines: ReadonlySet<string> = new Set([
  ...nationalVisits({
    kind: 'national',
    jitterDays: 0,
    hasRota: true,
    hasPcv: true,
    early: null,
    stopAt: null,
  }).flatMap(({ vaccines }) => vaccines),
  'GENEHBVAX_05',
  'BCG_IVAC',
])

/** Which programme gives a product here; everything not of the national table is paid for. */
export function programmeOf(vaccineCode: string): Programme {
  return programmeVaccines.has(vaccineCode) ? 'epi' : 'fee'
}

/**
 * Invents a history from birth to the day before `today`, and says what is due by today. With `stopAt` nothing from
 * that visit on was given; without it everything due before today was.
 */
export function inventHistory(
  random: Random,
  bornOn: CalendarDay,
  today: CalendarDay,
  habit: Habit,
): InventedHistory {
  const doses = atBirth(random, bornOn, today)
  const given = new Map<string, CalendarDay>()
  const due: InventedHistory['due'][number][] = missingAtBirth(doses, bornOn)
  let hasStopped = false
  for (const planned of visitsOf(habit)) {
    const dueOn = dueDay(planned, bornOn, given, doses, habit)
    if (dueOn === null || dueOn > today) continue
    hasStopped ||= planned.id === habit.stopAt
    if (hasStopped || dueOn === today) {
      due.push({ visit: planned.id, dueOn, vaccines: planned.vaccines })
      continue
    }
    const latest = Math.min(habit.jitterDays, daysBetween(dueOn, today) - 1)
    const givenOn = addDays(dueOn, between(random, 0, latest))
    given.set(planned.id, givenOn)
    for (const vaccineCode of planned.vaccines)
      doses.push({ vaccineCode, givenOn, programme: programmeOf(vaccineCode) })
    const early = earlyDose(random, planned.id, givenOn, bornOn, habit)
    if (early && early.givenOn < today) doses.push(early)
  }
  return { doses: doses.sort((a, b) => compare(a.givenOn, b.givenOn)), due }
}

function atBirth(random: Random, bornOn: CalendarDay, today: CalendarDay): InventedDose[] {
  const hepatitisOn = addDays(bornOn, between(random, 0, 9) === 0 ? 1 : 0)
  const bcgOn = addDays(bornOn, between(random, 1, 25))
  return [
    { vaccineCode: 'GENEHBVAX_05', givenOn: hepatitisOn, programme: 'epi' as const },
    { vaccineCode: 'BCG_IVAC', givenOn: bcgOn, programme: 'epi' as const },
  ].filter(({ givenOn }) => givenOn < today)
}

function missingAtBirth(
  doses: readonly InventedDose[],
  bornOn: CalendarDay,
): InventedHistory['due'][number][] {
  const vaccines = ['GENEHBVAX_05', 'BCG_IVAC'].filter(code =>
    doses.every(({ vaccineCode }) => vaccineCode !== code),
  )
  return vaccines.length === 0 ? [] : [{ visit: '0', dueOn: bornOn, vaccines }]
}

/** The day a visit is due; null while the visit it follows has not been. */
function dueDay(
  { id, age, after }: PlannedVisit,
  bornOn: CalendarDay,
  given: ReadonlyMap<string, CalendarDay>,
  doses: readonly InventedDose[],
  habit: Habit,
): CalendarDay | null {
  const previous = after ? given.get(after.visit) : undefined
  if (after && !previous) return null
  // A dose given too early is repeated a month after it.
  const tooEarly =
    (habit.early === 'five-in-one' && id === '3m') || (habit.early === 'measles' && id === '12m')
  const lastDose = tooEarly ? (doses.at(-1)?.givenOn ?? null) : null
  return latestOf([
    addOffset(bornOn, age),
    after && previous ? addOffset(previous, after.gap) : null,
    lastDose && addOffset(lastDose, month),
  ])
}

/** The dose that came before its time: the second five-in-one after 18–24 days, the first measles at eight months. */
function earlyDose(
  random: Random,
  visitId: string,
  givenOn: CalendarDay,
  bornOn: CalendarDay,
  habit: Habit,
): InventedDose | null {
  if (habit.early === 'five-in-one' && visitId === '2m') {
    return {
      vaccineCode: habit.kind === 'fee' ? 'HEXAXIM' : 'SII_PENTA',
      givenOn: addDays(givenOn, between(random, 18, 24)),
      programme: habit.kind === 'fee' ? 'fee' : 'epi',
    }
  }
  if (habit.early === 'measles' && visitId === '9m') {
    return {
      vaccineCode: 'MVVAC',
      givenOn: addDays(addOffset(bornOn, offset('8 months')), between(random, 0, 4)),
      programme: 'epi',
    }
  }
  return null
}

function compare(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}

/** The age at which a visit of the national table is due. */
export function ageOfVisit(visitId: VisitId, habit: Habit): Offset {
  const planned = visitsOf(habit).find(({ id }) => id === visitId)
  if (!planned) throw new RangeError(`no visit ${visitId} in this plan`)
  return planned.age
}

/** A lot number for a product as given in a month: digits only, the same for all who got it then. */
export function inventLotNumber(vaccineCode: string, givenOn: CalendarDay): string {
  const mark = [...vaccineCode].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 900, 7) + 100
  const half = Number(givenOn.slice(5, 7)) > 6 ? '2' : '1'
  return `${mark}${givenOn.slice(2, 4)}${half}`
}
