import { useState } from 'react'
import { getPerson } from '../../../src/contract/person-calls'
import { prepareScreening } from '../../../src/contract/screening-calls'
import type { BoardCard } from '../../../src/contract/visit-calls'
import { ErrorNotice } from '../../components/ErrorNotice'
import { LateSkeleton } from '../../components/LateSkeleton'
import { useCallQuery } from '../../data/use-call-query'
import { ChecklistForm } from './ChecklistForm'
import type { Signed } from './use-checklist'

/** Reads what a checklist needs and shows it once all is there. */
export function ChecklistPanel(props: {
  readonly visitId: string
  readonly card: BoardCard
  readonly onFinish: (signed: Signed) => void
}) {
  const { card } = props
  const [asPregnant, setAsPregnant] = useState<boolean | null>(null)
  const prepared = useCallQuery(prepareScreening, { personId: card.personId, asPregnant }, { keep: true })
  const person = useCallQuery(getPerson, { personId: card.personId })
  const failed = [prepared, person].find(read => read.error !== null && read.data === null)
  if (failed?.error) return <ErrorNotice error={failed.error} onRetry={failed.retry} />
  if (!prepared.data || !person.data) return <LateSkeleton lines={10} />
  const { form } = prepared.data
  return (
    <ChecklistForm
      key={`${form.id}@${form.version}`}
      {...props}
      prepared={prepared.data}
      person={person.data}
      onPregnant={setAsPregnant}
    />
  )
}
