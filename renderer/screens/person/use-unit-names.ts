import { useQueries } from '@tanstack/react-query'
import { listCommunes } from '../../../src/contract/point-calls'
import { call } from '../../api'

/** Names of the communes of these provinces; a code of another province stays a code. */
export function useUnitNames(provinceCodes: readonly (string | null)[]): (code: string) => string {
  const wanted = [...new Set(provinceCodes.filter(code => code !== null))]
  const answers = useQueries({
    queries: wanted.map(provinceCode => ({
      queryKey: [listCommunes.name, { provinceCode }],
      queryFn: async () => {
        const answer = await call(listCommunes, { provinceCode })
        if (!answer.ok) throw new Error(answer.error.code)
        return answer.value
      },
      staleTime: Number.POSITIVE_INFINITY,
    })),
  })
  const units = answers.flatMap(({ data }) => data ?? [])
  return code => units.find(unit => unit.code === code)?.name ?? code
}
