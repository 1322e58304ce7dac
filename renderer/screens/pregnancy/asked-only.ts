import type { CallError, ErrorCode } from '../../../src/contract/errors'

/** What is asked about and may be so. */
const asked: readonly ErrorCode[] = [
  'pregnancy.over-44-weeks',
  'antenatal.weight-jump',
  'antenatal.fundal-differs',
]

/** True when nothing stands in the way but questions: pressing again says that it is so. */
export function isAskedOnly(error: CallError | null): boolean {
  return (
    error !== null && error.problems.length > 0 && error.problems.every(({ code }) => asked.includes(code))
  )
}
