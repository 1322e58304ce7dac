import { addDays, type CalendarDay, daysBetween } from '../calendar/calendar-day'
import type { ChildCheck } from '../child/child-check'
import { byNobody, type Nobodys } from './practice-handbook'
import type { PracticePerson } from './practice-setting'
import { between, chance, type Random } from './random'

/** Weights and lengths of a child under two at about every second month; about one in twelve is much too light. */
export function inventChecks(
  random: Random,
  { person: { birthDate, sex, birthWeightG } }: Pick<PracticePerson, 'person'>,
  today: CalendarDay,
): readonly Nobodys<ChildCheck>[] {
  const size = chance(random, 0.08) ? 0.74 : between(random, 88, 112) / 100
  const checks: Nobodys<ChildCheck>[] = []
  for (let on = addDays(birthDate, between(random, 25, 40)); on < today; ) {
    const months = daysBetween(birthDate, on) / 30.4375
    if (months >= 24) break
    const birthKg = (birthWeightG ?? 3200) / 1000
    const boys = sex === 'male' ? 1.04 : 0.98
    const kg = months < 1 ? birthKg + months * 0.9 : usualKg(months) * size * boys
    const cm = usualCm(months) * (0.9 + size * 0.1)
    checks.push({
      ...inventCheck(on, Math.round(kg * 10) / 10, cm),
      signs: signsAt(random, months, checks.at(-1)?.signs ?? {}),
    })
    on = addDays(on, between(random, 28, 75))
  }
  return checks
}

/** One sign of the newest age, by the codes of `resources/handbook/child.json`; now and then it is not yet there. */
const signs: readonly (readonly [months: number, code: string])[] = [
  [18, 'walks-alone'],
  [12, 'stands-holding'],
  [9, 'sits-alone'],
  [6, 'rolls-over'],
]
function signsAt(random: Random, months: number, before: ChildCheck['signs']): ChildCheck['signs'] {
  const sign = signs.find(([from]) => months >= from)
  const now = sign ? { [sign[1]]: chance(random, 0.06) ? ('not-yet' as const) : ('yes' as const) } : {}
  // What was not there the last time nearly always is by now.
  const open = Object.entries(before).filter(([, answer]) => answer === 'not-yet')
  const seen = open.map(([code]) => [code, chance(random, 0.9) ? 'yes' : 'not-yet'] as const)
  return { ...Object.fromEntries(seen), ...now }
}

/** About the median of both sexes; only to look real, never to judge anybody by. */
function usualKg(months: number): number {
  if (months < 6) return 3.3 + months * 0.72
  if (months < 12) return 7.6 + (months - 6) * 0.3
  return 9.4 + (months - 12) * 0.22
}

function usualCm(months: number): number {
  if (months < 6) return 49.5 + months * 2.9
  if (months < 12) return 66.9 + (months - 6) * 1.4
  return 75.3 + (months - 12) * 1
}

function inventCheck(checkedOn: CalendarDay, weightKg: number, cm: number): Nobodys<ChildCheck> {
  return {
    checkedOn,
    placeName: null,
    weightKg,
    lengthHeightCm: Math.round(cm * 10) / 10,
    position: 'lying',
    headCm: null,
    armCm: null,
    oedema: false,
    feeding: [],
    supplements: [],
    signs: {},
    dangerSigns: [],
    illness: null,
    advice: null,
    referredTo: null,
    nextVisitOn: null,
    ...byNobody,
  }
}
