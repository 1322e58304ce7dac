import { summarizeFindings } from '../../src/contract/register-doctor-calls'
import { useCallQuery } from '../data/use-call-query'
import type { Screen } from './navigation'

/** How much waits in the books, beside their names in the side bar: only what cannot be left as it is. */
export function usePlaceCounts(): Partial<Record<Screen['name'], number>> {
  const findings = useCallQuery(summarizeFindings, {}, { keep: true })
  const wrong = (findings.data?.counts ?? []).filter(({ severity }) => severity === 'wrong')
  return { 'register-doctor': wrong.reduce((sum, count) => sum + count.findings, 0) }
}
