import type { CheckTools, Examined } from '../../../src/domain/register-doctor/examined'
import type { Finding } from '../../../src/domain/register-doctor/finding'
import { sharedNumberFinding, sharedPhoneFinding } from '../../../src/domain/register-doctor/shared-checks'
import { twinFindings } from '../../../src/domain/register-doctor/twin-checks'
import type { ReadStore } from '../../db'
import type { SharedNumber } from '../../db/finding-repository'

type Sources = Pick<ReadStore, 'examination'>

/** Who shares a number now. */
export function numberFindings({ examination }: Sources, number: SharedNumber): readonly Finding[] {
  const finding = sharedNumberFinding(number.system, number.value, examination.withNumber(number))
  return finding ? [finding] : []
}

/** Which families share a telephone now; the index has it backwards. */
export function phoneFindings(
  { examination }: Sources,
  digitsReversed: string,
  { limits }: CheckTools,
): readonly Finding[] {
  const sharers = examination.withPhone(digitsReversed).flatMap(id => examination.examined(id) ?? [])
  const finding = sharedPhoneFinding([...digitsReversed].reverse().join(''), sharers, limits)
  return finding ? [finding] : []
}

/** What two of one birth look swapped by. */
export function pairFindings(twins: readonly Examined[], tools: CheckTools): readonly Finding[] {
  return twins.flatMap((one, at) => twins.slice(at + 1).flatMap(other => twinFindings(one, other, tools)))
}

/** A finding about several people, made anew: it may be gone, and may be about others. */
export function sharedAgain(
  sources: Sources,
  { code, personId, otherIds, facts }: Finding,
  tools: CheckTools,
): readonly Finding[] {
  if (code === 'number-shared') return numberFindings(sources, numberOf(facts))
  if (code === 'phone-shared')
    return phoneFindings(sources, [...String(facts.phone)].reverse().join(''), tools)
  const twins = [personId, ...otherIds].flatMap(id => sources.examination.examined(id) ?? [])
  return pairFindings(twins, tools)
}

function numberOf({ system, value }: Finding['facts']): SharedNumber {
  return { system: system as SharedNumber['system'], value: String(value) }
}
