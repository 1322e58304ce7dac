import { compareDuplicates } from '../../../src/contract/duplicate-calls'
import { ErrorNotice } from '../../components/ErrorNotice'
import { LateSkeleton } from '../../components/LateSkeleton'
import { useCallQuery } from '../../data/use-call-query'
import { ScorePanel } from './ScorePanel'

/** The score of a pair, worked out from both records as they are now. */
export function PairScore({ leftId, rightId }: { readonly leftId: string; readonly rightId: string }) {
  const compared = useCallQuery(compareDuplicates, { leftId, rightId })
  if (compared.error) return <ErrorNotice error={compared.error} onRetry={compared.retry} />
  if (!compared.data) return <LateSkeleton lines={10} />
  return <ScorePanel score={compared.data} />
}
