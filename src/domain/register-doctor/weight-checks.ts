import type { CheckTools, Examined, ExaminedWeight } from './examined'
import type { Finding } from './finding'

/** Weights that no child of that age has by WHO's flags, and measurings on days that cannot be. */
export function weightFindings(examined: Examined, tools: CheckTools): readonly Finding[] {
  return examined.weights.flatMap(weight => [
    ...impossible(examined, weight, tools),
    ...odd(examined, weight, tools),
  ])
}

function about({ personId }: Examined, weight: ExaminedWeight) {
  return { personId, recordId: weight.id, otherIds: [], form: { form: 'child' } as const }
}

function isPossible({ person }: Examined, { on }: ExaminedWeight, { today }: CheckTools): boolean {
  return person.birthDate <= on && on <= today
}

function impossible(examined: Examined, weight: ExaminedWeight, tools: CheckTools): readonly Finding[] {
  if (isPossible(examined, weight, tools)) return []
  const facts = { on: weight.on, birthDate: examined.person.birthDate }
  return [{ ...about(examined, weight), code: 'weighed-impossible', facts, repairs: [] }]
}

/** A weight with its point one place off is put right in one step, where a look at the child noted it. */
function odd(examined: Examined, weight: ExaminedWeight, tools: CheckTools): readonly Finding[] {
  const { on, weightKg, from } = weight
  if (weightKg === null || !isPossible(examined, weight, tools)) return []
  const { person } = examined
  const score = tools.weightScore(person, on, weightKg)
  if (!score?.isImplausible) return []
  const meant = [weightKg / 10, weightKg * 10]
    .map(kg => Math.round(kg * 100) / 100)
    .filter(kg => tools.weightScore(person, on, kg)?.isImplausible === false)
  const repairs =
    from === 'check'
      ? meant.map(kg => ({ kind: 'correct-check', checkId: weight.id, weightKg: kg }) as const)
      : []
  const facts = { on, weightKg, z: Math.round(score.z * 10) / 10, meantKg: meant[0] ?? null }
  return [{ ...about(examined, weight), code: 'weight-odd', facts, repairs }]
}
