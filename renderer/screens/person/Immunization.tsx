import { useState } from 'react'
import { getChart } from '../../../src/contract/dose-calls'
import type { CalendarDay } from '../../../src/domain/calendar/calendar-day'
import { ErrorNotice } from '../../components/ErrorNotice'
import { LateSkeleton } from '../../components/LateSkeleton'
import { QuietButton } from '../../components/QuietButton'
import { useKeys } from '../../components/use-keys'
import { useCallQuery } from '../../data/use-call-query'
import { text } from '../../text'
import { DoseMatrix } from '../injection/DoseMatrix'
import { PersonSources } from '../link/PersonSources'
import { Timeline } from './Timeline'

type View = 'matrix' | 'timeline'

/** Doses and forecast of one person, as a table or over time; Alt+T changes between them. */
export function Immunization(props: { readonly personId: string; readonly bornOn: CalendarDay }) {
  const { personId, bornOn } = props
  const answer = useCallQuery(getChart, { personId, on: null })
  const [view, setView] = useState<View>('matrix')
  const other = view === 'matrix' ? 'timeline' : 'matrix'
  useKeys({ 'Alt+t': () => setView(other) })
  if (answer.error) return <ErrorNotice error={answer.error} onRetry={answer.retry} />
  if (!answer.data) return <LateSkeleton />
  const { chart, doses } = answer.data
  const change = (
    <QuietButton isSmall hint="Alt T" testId="change-view" onPress={() => setView(other)}>
      {text.timeline.views[other]}
    </QuietButton>
  )
  return (
    <>
      <PersonSources personId={personId} />
      {view === 'matrix' ? (
        <DoseMatrix chart={chart} doses={doses} actions={change} />
      ) : (
        <Timeline chart={chart} doses={doses} bornOn={bornOn} actions={change} />
      )}
    </>
  )
}
