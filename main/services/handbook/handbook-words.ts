import type { HandbookList, HandbookWords } from '../../../src/domain/maternal/handbook-words'
import type { Resources } from '../../resources/load'

type Lists = Pick<Resources, 'pregnancy' | 'birth' | 'childHandbook'>
type Named = readonly (readonly [code: string, vi: string])[]

/** The words of the handbook's lists as they ship, each list gone through when it is first asked for. */
export function handbookWords(resources: Lists): HandbookWords {
  const known = new Map<HandbookList, ReadonlyMap<string, string>>()
  return (list, code) => {
    const words = known.get(list) ?? new Map(namesOf(resources, list))
    known.set(list, words)
    return words.get(code) ?? null
  }
}

function namesOf(resources: Lists, list: HandbookList): Named {
  const { pregnancy, birth, childHandbook: child } = resources
  switch (list) {
    case 'risk':
      return pregnancy.risks.map(named)
    case 'pregnancy-danger':
      return pregnancy.dangerSigns.map(named)
    case 'test':
      return pregnancy.tests.map(named)
    case 'complication':
      return birth.complications.map(worded)
    case 'screening':
      return birth.screenings.map(worded)
    case 'mother-check':
      return birth.motherChecks.map(worded)
    case 'newborn-check':
      return birth.newbornChecks.map(worded)
    case 'mother-danger':
      return birth.motherDangerSigns.map(worded)
    case 'newborn-danger':
      return birth.newbornDangerSigns.map(worded)
    case 'feeding':
      return child.feeding.map(texted)
    case 'supplement':
      return child.supplements.flatMap(({ doses }) => doses.map(texted))
    case 'sign':
      return child.milestones.flatMap(({ signs }) => signs.map(texted))
    case 'child-danger':
      return child.dangerSigns.map(texted)
  }
}

type Word = { readonly vi: string }
const named = ({ code, name }: { readonly code: string; readonly name: Word }) => [code, name.vi] as const
const worded = ({ code, vi }: { readonly code: string; readonly vi: string }) => [code, vi] as const
const texted = ({ code, text }: { readonly code: string; readonly text: Word }) => [code, text.vi] as const
