import type { Vaccine } from '../immunization/vaccine'
import type { Antigen, LocalText } from '../schedule/schedule-types'
import { codingOf, type VaccineCoding } from './card-content'

/** What people call each code of a card: the diseases it is against, by `system:code`. */
export type VaccineNames = Readonly<Record<string, LocalText>>

/** Names for every product's code. Products of one code are against the same diseases; a test holds the data to that. */
export function vaccineNamesOf(
  vaccines: Iterable<Pick<Vaccine, 'code' | 'cvx' | 'atc' | 'antigens' | 'nameVi'>>,
  antigens: readonly Pick<Antigen, 'code' | 'name'>[],
): VaccineNames {
  const names: Record<string, LocalText> = {}
  for (const vaccine of vaccines) {
    const diseases = vaccine.antigens.flatMap(
      code => antigens.find(antigen => antigen.code === code)?.name ?? [],
    )
    const isNamed = diseases.length === vaccine.antigens.length
    const vi = isNamed ? unique(diseases.map(name => name.vi)) : vaccine.nameVi
    const en = isNamed ? unique(diseases.map(name => name.en)) : vaccine.nameVi
    names[keyOf(codingOf(vaccine.code, vaccine))] ??= { vi, en }
  }
  return names
}

function unique(names: readonly string[]): string {
  return [...new Set(names)].join(', ')
}

function keyOf({ system, code }: VaccineCoding): string {
  return `${system}:${code}`
}

/** The name of a code, or the code itself where nobody here knows it. */
export function nameOfVaccine(names: VaccineNames, coding: VaccineCoding): LocalText {
  const code = `${coding.system === 'other' ? '' : `${coding.system.toUpperCase()} `}${coding.code}`
  return names[keyOf(coding)] ?? { vi: code, en: code }
}
