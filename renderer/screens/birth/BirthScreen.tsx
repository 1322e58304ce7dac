import { useState } from 'react'
import { getBirthForm, type MadeChild } from '../../../src/contract/birth-calls'
import { getPerson } from '../../../src/contract/person-calls'
import type { Person } from '../../../src/domain/person/person'
import { ErrorNotice } from '../../components/ErrorNotice'
import { LateSkeleton } from '../../components/LateSkeleton'
import { useCallQuery } from '../../data/use-call-query'
import { BirthCorrection } from './BirthCorrection'
import { BirthDone } from './BirthDone'
import { BirthFormView } from './BirthFormView'
import { draftFor } from './birth-draft'
import { MotherStep } from './MotherStep'

type Place = {
  readonly motherId: string | null
  readonly pregnancyId: string | null | undefined
  /** A child who is registered and whose birth is written down now. */
  readonly childId: string | null
  /** A birth to be corrected. */
  readonly birthId: string | null
}

/** Where a birth is recorded: the mother first, then one page; or an earlier one, to be put right. */
export function BirthScreen(props: Place) {
  const [foundId, setFoundId] = useState<string | null>(null)
  const child = useCallQuery(getPerson, { personId: props.childId ?? '' }, { isOn: props.childId !== null })
  const motherId = props.motherId ?? foundId
  if (child.error) return <ErrorNotice error={child.error} onRetry={child.retry} />
  if (props.childId !== null && !child.data) return <LateSkeleton />
  const person = child.data?.person ?? null
  if (motherId === null) return <MotherStep child={person} onMother={setFoundId} />
  return <OfMother key={motherId} {...props} motherId={motherId} child={person} />
}

function OfMother(props: Place & { readonly motherId: string; readonly child: Person | null }) {
  const { motherId, pregnancyId, childId, child, birthId } = props
  const form = useCallQuery(getBirthForm, { motherId })
  const [made, setMade] = useState<{ birthId: string; children: readonly MadeChild[] } | null>(null)
  if (form.error) return <ErrorNotice error={form.error} onRetry={form.retry} />
  if (!form.data) return <LateSkeleton />
  const { data } = form
  if (made) return <BirthDone form={data} birthId={made.birthId} made={made.children} />
  if (birthId !== null) return <BirthCorrection form={data} birthId={birthId} />
  const known = childId !== null && child ? { personId: childId, person: child } : null
  return (
    <BirthFormView
      form={data}
      draftKey={`birth ${motherId} ${pregnancyId ?? ''} ${childId ?? ''}`}
      initial={() => draftFor(data, pregnancyId, known)}
      onDone={(id, children) => setMade({ birthId: id, children })}
    />
  )
}
