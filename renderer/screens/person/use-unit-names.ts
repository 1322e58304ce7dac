import { useQueries } from '@tanstack/react-query'
import { listCommunes } from '../../../src/contract/point-calls'
import { callQuery } from '../../data/use-call-query'

/** Names of the communes of these provinces; a code of another province stays a code. */
export function useUnitNames(provinceCodes: readonly (string | null)[]): (code: string) => string {
  const wanted = [...new Set(provinceCodes.filter(code => code !== null))]
  const answers = useQueries({
    queries: wanted.map(provinceCode => callQuery(listCommunes, { provinceCode })),
  })
  const units = answers.flatMap(({ data }) => data?.value ?? [])
  return code => units.find(unit => unit.code === code)?.name ?? code
}
