/** A weight in kilograms as it is typed: `9,5`, `9.5`, `12`; null when it is none that a person has. */
export function readWeight(typed: string): number | null {
  if (!/^\d{1,3}([.,]\d{1,2})?$/u.test(typed.trim())) return null
  const kg = Number(typed.trim().replace(',', '.'))
  return kg >= 0.3 && kg <= 250 ? kg : null
}
