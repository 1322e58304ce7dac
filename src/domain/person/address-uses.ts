import type { AddressUse } from './person'

/** The five places of QĐ 3891/2025 in the order the decision lists them. */
export const addressUses: readonly AddressUse[] = [
  'birth',
  'birth-registration',
  'origin',
  'permanent',
  'current',
]
