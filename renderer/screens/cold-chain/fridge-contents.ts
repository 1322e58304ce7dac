import type { FridgeView } from '../../../src/contract/cold-chain-calls'

type Contents = Pick<FridgeView, 'isActive' | 'vaccineCodes'>

/**
 * Vaccines on the shelf that no fridge in use names: a breach would put none of their lots in quarantine. None while a
 * fridge holds all.
 */
export function homelessVaccines(
  fridges: readonly Contents[],
  onShelf: readonly string[],
): readonly string[] {
  const inUse = fridges.filter(({ isActive }) => isActive)
  if (inUse.some(({ vaccineCodes }) => vaccineCodes === null)) return []
  const named = new Set(inUse.flatMap(({ vaccineCodes }) => vaccineCodes ?? []))
  return [...new Set(onShelf)].filter(code => !named.has(code))
}
