import { readdirSync, readFileSync } from 'node:fs'
import { growthTablesFrom } from '../../../../src/contract/growth-file'
import { readScreeningForms } from '../../../../src/contract/screening-file'
import { readScreeningRules } from '../../../../src/contract/screening-rules-file'
import { readVaccines } from '../../../../src/contract/vaccine-file'
import { day } from '../../../../src/domain/calendar/calendar-day'
import type { Vaccine } from '../../../../src/domain/immunization/vaccine'
import type { ScreeningForm } from '../../../../src/domain/screening/form'
import { growthAt } from '../../../../src/domain/screening/plausible'

const resources = new URL('../../../../resources/', import.meta.url)
const read = (name: string): unknown => JSON.parse(readFileSync(new URL(name, resources), 'utf8'))

/** The day of the tests. */
export const today = day('2026-11-22')

/** The data that ships. */
export const forms = readScreeningForms(
  readdirSync(new URL('screening/', resources))
    .filter(name => name.endsWith('.json'))
    .map(name => read(`screening/${name}`)),
  today,
)
export const rulesText = read('screening/by-vaccine/rules.json')
export const { rules, limits } = readScreeningRules(rulesText, forms)
const tables = growthTablesFrom(name => read(`growth/${name}.json`))
/** What a weight at one age is held against. */
export const growthOf = (ageDays: number) => growthAt(limits, tables, ageDays)
const vaccines = readVaccines(read('vaccines/vaccines.json'))

/** A form by its id and, where several versions ship, its version. */
export function formNamed(id: string, version?: string): ScreeningForm {
  const form = forms.find(it => it.id === id && (version === undefined || it.version === version))
  if (!form) throw new Error(`no form ${id}`)
  return form
}

/** A product that ships. */
export function vaccine(code: string): Vaccine {
  const found = vaccines.get(code)
  if (!found) throw new Error(`no product ${code}`)
  return found
}
