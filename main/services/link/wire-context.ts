import type { ProvinceCodes } from '../../../src/domain/exchange/fhir/codes'
import type {
  RecordKey,
  RecordState,
  WireContext,
  WireNoun,
  WireResource,
} from '../../../src/domain/exchange/fhir/wire'
import { wireOf } from '../../../src/domain/exchange/fhir/wire-of'
import { recordStateOf } from '../../../src/domain/journal/record-state'
import type { Address } from '../../../src/domain/person/person'
import { addressLine } from '../../../src/domain/person/units'
import type { ReadStore } from '../../db'
import type { Resources } from '../../resources/load'
import { dayOfDeath } from '../family/residence'
import { handbookWords } from '../handbook/handbook-words'

type WirePorts = {
  readonly store: ReadStore
  readonly resources: Pick<
    Resources,
    'vaccines' | 'units' | 'pregnancy' | 'birth' | 'childHandbook' | 'reportForms'
  >
  readonly codes: ProvinceCodes
}

/**
 * What the mapping to FHIR asks the register for. What it has read once it keeps: make a new one for each look at the
 * queue.
 */
export function wireContext({ store, resources, codes }: WirePorts): WireContext {
  const { vaccines, units } = resources
  const words = handbookWords(resources)
  const states = new Map<string, RecordState | null>()
  const doses = new Map<string, readonly RecordState<'dose'>[]>()

  function find<N extends WireNoun>(noun: N, id: string): RecordState<N> | null {
    const key = `${noun} ${id}`
    const known = states.get(key)
    if (known !== undefined) return known as RecordState<N> | null
    const state = recordStateOf(noun, store.entriesOf(id))
    states.set(key, state as RecordState | null)
    return state
  }

  function dosesOf(personId: string): readonly RecordState<'dose'>[] {
    const known = doses.get(personId)
    if (known) return known
    const found = store.records
      .listAll('dose', 'person_id', personId)
      .flatMap(({ id, voided }) => (voided ? [] : (find('dose', id) ?? [])))
    doses.set(personId, found)
    return found
  }

  return {
    codes,
    pointId: store.point()?.id ?? null,
    find,
    dosesOf,
    vaccine: code => vaccines.get(code) ?? null,
    survivorOf: once(personId => store.links.linkOf(personId)?.survivorId ?? null),
    diedOn: once(personId => dayOfDeath({ store }, personId)),
    handbook: {
      get dating() {
        return resources.pregnancy.dating
      },
      words,
    },
    reportForm: formFinder(resources),
    placeOf: placeNames(units),
  }
}

/** A place in words, and the names of its units. */
function placeNames(units: Resources['units']): WireContext['placeOf'] {
  return (address: Address) => ({
    text: addressLine(units, address),
    commune:
      address.communeCode === null ? null : (units.communeByCode.get(address.communeCode)?.name ?? null),
    province:
      address.provinceCode === null ? null : (units.provinceByCode.get(address.provinceCode)?.name ?? null),
  })
}

/** A form in one of its versions. */
function formFinder({ reportForms }: Pick<Resources, 'reportForms'>): WireContext['reportForm'] {
  return (formId, version) => reportForms.find(form => form.id === formId && form.version === version) ?? null
}

/** Each question asked once. */
function once<T>(ask: (id: string) => T): (id: string) => T {
  const answers = new Map<string, T>()
  return id => {
    const known = answers.get(id)
    if (known !== undefined || answers.has(id)) return known as T
    const answer = ask(id)
    answers.set(id, answer)
    return answer
  }
}

/** The resources of a record as it stands; empty while nothing of it travels. */
export function wireOfRecord({ noun, id }: RecordKey, context: WireContext): readonly WireResource[] {
  const state = context.find(noun, id)
  return state === null ? [] : wireOf(state, context)
}
