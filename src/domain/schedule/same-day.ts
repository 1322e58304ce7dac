import type { Vaccine } from '../immunization/vaccine'

/**
 * Antigens that two products given on one day would both bring; empty when they may go together.
 * Oral and injected vaccine against one disease (bOPV with IPV) may be given on one day; anything else is a double dose.
 */
export function doubledAntigens(a: Vaccine, b: Vaccine): readonly string[] {
  if (a.code === b.code) return a.antigens
  if ((a.route === 'PO') !== (b.route === 'PO')) return []
  return a.antigens.filter(antigen => b.antigens.includes(antigen))
}
