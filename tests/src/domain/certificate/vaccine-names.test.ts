import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { codingOf } from '../../../../src/domain/certificate/card-content'
import { nameOfVaccine, vaccineNamesOf } from '../../../../src/domain/certificate/vaccine-names'

const read = (name: string) =>
  JSON.parse(readFileSync(new URL(`../../../../resources/${name}`, import.meta.url), 'utf8'))
type Product = {
  readonly code: string
  readonly cvx: string | null
  readonly atc: string | null
  readonly antigens: readonly string[]
  readonly nameVi: string
}
const vaccines: readonly Product[] = read('vaccines/vaccines.json').vaccines
const numbers: Readonly<Record<string, number>> = read('codes/transfer-numbers.json').vaccines
const names = vaccineNamesOf(vaccines, read('schedules/vn/catalog.json').antigens)

describe('what a certificate calls a vaccine', () => {
  test.each(vaccines)('$code: the code of a card names the same diseases as the product', vaccine => {
    const { system, code } = codingOf(vaccine.code, vaccine)
    const alike = vaccines.filter(other => {
      const coding = codingOf(other.code, other)
      return coding.system === system && coding.code === code
    })
    for (const other of alike) expect(other.antigens.toSorted()).toEqual(vaccine.antigens.toSorted())
    expect(numbers[vaccine.code]).toBeTypeOf('number')
    expect(names[`${system}:${code}`]?.vi).toBeTruthy()
  })

  test('has the code itself where nobody here knows it', () => {
    expect(nameOfVaccine(names, { system: 'cvx', code: '999' }).vi).toBe('CVX 999')
    expect(nameOfVaccine(names, { system: 'other', code: 'X-1' }).en).toBe('X-1')
    expect(nameOfVaccine(names, { system: 'cvx', code: '08' })).toEqual({
      vi: 'Viêm gan B',
      en: 'Hepatitis B',
    })
  })
})
