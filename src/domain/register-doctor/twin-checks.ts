import { contradictsNationalId, identifierOf } from '../person/identifiers'
import { nameKey } from '../person/name-key'
import type { Person } from '../person/person'
import { isNear } from './dose-checks'
import type { CheckTools, Examined, ExaminedDose } from './examined'
import type { Finding, FindingCode, Repair } from './finding'

/** What twins have in common: the mother and the birthday; null where the mother is not named. */
export function twinKey({ birthDate, relatives }: Pick<Person, 'birthDate' | 'relatives'>): string | null {
  const mother = relatives.find(({ relation, name }) => relation === 'mother' && name.trim() !== '')
  return mother ? `${birthDate} ${nameKey(mother.name)} ${mother.phone ?? ''}` : null
}

/** Signs that two twins were taken for one another. Both orders give the same findings. */
export function twinFindings(one: Examined, other: Examined, tools: CheckTools): readonly Finding[] {
  const [a, b] = one.personId < other.personId ? [one, other] : [other, one]
  return [...numbersSwapped(a, b), ...dosesSwapped(a, b, tools), ...weightsSwapped(a, b, tools)]
}

function about(
  a: Examined,
  b: Examined,
  code: FindingCode,
  facts: Finding['facts'],
  repairs: readonly Repair[] = [],
): Finding {
  const form = { form: 'compare', otherId: b.personId } as const
  return { code, personId: a.personId, recordId: null, otherIds: [b.personId], facts, repairs, form }
}

/** Each number contradicts its own record (year and sex stand in it) and would fit the other's. */
function numbersSwapped(a: Examined, b: Examined): readonly Finding[] {
  const [ofA, ofB] = [a, b].map(({ person }) => identifierOf(person, 'national-id'))
  if (!ofA || !ofB) return []
  const contradicts = (value: string, { person }: Examined) =>
    contradictsNationalId(value, person.sex, person.birthDate)
  const isSwapped = contradicts(ofA, a) && contradicts(ofB, b) && !contradicts(ofA, b) && !contradicts(ofB, a)
  if (!isSwapped) return []
  return [about(a, b, 'twins-numbers', { ofA, ofB }, [{ kind: 'swap-numbers', otherId: b.personId }])]
}

/** One has two doses of an antigen too near to one another, the other none about that time. */
function dosesSwapped(a: Examined, b: Examined, tools: CheckTools): readonly Finding[] {
  return [[a, b] as const, [b, a] as const].flatMap(([has, lacks]) => {
    const near = nearPairs(has, tools).find(
      ([one, antigen]) =>
        !lacks.doses.some(dose => holds(dose, antigen, tools) && isNear(one, dose, tools.limits.twinGapDays)),
    )
    if (!near) return []
    const [first, antigen, second] = near
    const facts = { hasId: has.personId, antigen, firstOn: first.givenOn, secondOn: second.givenOn }
    return [about(a, b, 'twins-doses', facts)]
  })
}

type NearPair = readonly [first: ExaminedDose, antigen: string, second: ExaminedDose]

function nearPairs({ doses }: Examined, tools: CheckTools): readonly NearPair[] {
  return doses.flatMap((one, at) =>
    doses.slice(at + 1).flatMap(other => {
      if (one.givenOn === other.givenOn || !isNear(one, other, tools.limits.twinGapDays)) return []
      const antigens = tools.vaccines.get(one.vaccineCode)?.antigens ?? []
      return antigens
        .filter(antigen => holds(other, antigen, tools))
        .map(antigen => [one, antigen, other] as const)
    }),
  )
}

function holds({ vaccineCode }: ExaminedDose, antigen: string, { vaccines }: CheckTools): boolean {
  return vaccines.get(vaccineCode)?.antigens.includes(antigen) ?? false
}

/** Weighed on one day: exchanged, both have gained; as written, one has lost what no child loses. */
function weightsSwapped(a: Examined, b: Examined, { limits }: CheckTools): readonly Finding[] {
  const days = a.weights.filter(({ on }) => b.weights.some(weight => weight.on === on)).map(({ on }) => on)
  return [...new Set(days)].flatMap(on => {
    const [nowA, nowB] = [kgOn(a, on), kgOn(b, on)]
    const [lastA, lastB] = [lastBefore(a, on), lastBefore(b, on)]
    if (nowA === null || nowB === null || lastA === null || lastB === null) return []
    const hasLost = (now: number, last: number) => now < last * (1 - limits.twinLossShare)
    const isSwapped = (hasLost(nowA, lastA) || hasLost(nowB, lastB)) && nowB >= lastA && nowA >= lastB
    return isSwapped ? [about(a, b, 'twins-weights', { on, nowA, nowB, lastA, lastB })] : []
  })
}

function kgOn({ weights }: Examined, on: string): number | null {
  return weights.find(weight => weight.on === on && weight.weightKg !== null)?.weightKg ?? null
}

function lastBefore({ weights }: Examined, on: string): number | null {
  const before = weights.filter(weight => weight.on < on && weight.weightKg !== null)
  return before.toSorted((x, y) => (x.on < y.on ? -1 : 1)).at(-1)?.weightKg ?? null
}
