import { useState } from 'react'
import { getChart, listVaccines } from '../../../src/contract/dose-calls'
import { getPerson } from '../../../src/contract/person-calls'
import type { DocumentRequest } from '../../../src/contract/print-calls'
import { listHeldDoses } from '../../../src/contract/safety-calls'
import { listLots } from '../../../src/contract/stock-calls'
import { type BoardCard, getVisit } from '../../../src/contract/visit-calls'
import type { CalendarDay } from '../../../src/domain/calendar/calendar-day'
import { ErrorNotice } from '../../components/ErrorNotice'
import { LateSkeleton } from '../../components/LateSkeleton'
import { QuietButton } from '../../components/QuietButton'
import { useKeys } from '../../components/use-keys'
import { useCallQuery } from '../../data/use-call-query'
import { text } from '../../text'
import { WeighButton } from '../child/WeighButton'
import { DocumentPreview } from '../documents/DocumentPreview'
import { DoseMatrix } from './DoseMatrix'
import { IdentityStrip } from './IdentityStrip'
import styles from './Injection.module.css'
import { InjectionWork } from './InjectionWork'
import type { InjectionData } from './injection-data'
import { VisitState } from './VisitState'

/** Reads visit, person, chart and stock, and shows them once all are there. */
export function InjectionVisit(props: {
  readonly visitId: string
  readonly today: CalendarDay
  readonly others: readonly BoardCard[]
  readonly onFinish: (sentence: string) => void
}) {
  const { visitId, today } = props
  const visit = useCallQuery(getVisit, { visitId })
  const personId = visit.data?.personId ?? ''
  const isOn = visit.data !== null
  const person = useCallQuery(getPerson, { personId }, { isOn })
  const chart = useCallQuery(getChart, { personId, on: today }, { isOn })
  const held = useCallQuery(listHeldDoses, { visitId })
  const lots = useCallQuery(listLots, { vaccineCode: null })
  const vaccines = useCallQuery(listVaccines, {})
  // The proposal is made once: from what is true now, never from what an earlier look left behind.
  const [isFresh, setFresh] = useState(false)
  const isReading = [visit, chart, held, lots].some(read => read.isReading)
  const failed = [visit, person, chart, held, lots, vaccines].find(
    read => read.error !== null && read.data === null,
  )
  if (failed?.error) return <ErrorNotice error={failed.error} onRetry={failed.retry} />
  if (!visit.data || !person.data || !chart.data || !held.data || !lots.data || !vaccines.data)
    return <LateSkeleton lines={10} />
  if (!isFresh && isReading) return <LateSkeleton lines={10} />
  if (!isFresh) setFresh(true)
  const shelf = {
    lots: lots.data,
    vaccines: new Map(vaccines.data.map(vaccine => [vaccine.code, vaccine])),
    on: today,
    bornOn: person.data.person.birthDate,
  }
  const data = { visit: visit.data, person: person.data, ...chart.data, shelf, held: held.data }
  return <Shown {...props} data={data} />
}

function Shown(props: {
  readonly visitId: string
  readonly today: CalendarDay
  readonly others: readonly BoardCard[]
  readonly data: InjectionData
  readonly onFinish: (sentence: string) => void
}) {
  const { visitId, today, others, data, onFinish } = props
  const [preview, setPreview] = useState<DocumentRequest | null>(null)
  const print = () =>
    setPreview({
      kind: 'vaccination-record',
      personId: data.person.personId,
      visitId,
      paper: null,
      bilingual: false,
    })
  useKeys({ 'Ctrl+p': print })
  return (
    <div className={styles.visit}>
      <IdentityStrip view={data.person} today={today}>
        <WeighButton personId={data.person.personId} birthDate={data.person.person.birthDate} />
        <QuietButton hint="Ctrl P" onPress={print}>
          {text.injection.printRecord}
        </QuietButton>
      </IdentityStrip>
      {data.visit.stage === 'injection' ? (
        <InjectionWork visitId={visitId} data={data} others={others} onFinish={onFinish} />
      ) : (
        <div className={styles.columns}>
          <div className={styles.left}>
            <DoseMatrix chart={data.chart} doses={data.doses} />
          </div>
          <VisitState visit={data.visit} />
        </div>
      )}
      {preview && <DocumentPreview request={preview} onClose={() => setPreview(null)} />}
    </div>
  )
}
