import { useEffect, useRef, useState } from 'react'
import { type BoardCard, leaveVisit } from '../../../src/contract/visit-calls'
import { ReasonDialog } from '../../components/ReasonDialog'
import { isTyping, useKeys } from '../../components/use-keys'
import { useCallMutation } from '../../data/use-call-mutation'
import { text } from '../../text'
import { DoseMatrix } from './DoseMatrix'
import styles from './Injection.module.css'
import type { InjectionData } from './injection-data'
import { TodayPanel } from './TodayPanel'
import { useInjection } from './use-injection'
import { VisitPanel } from './VisitPanel'

/** The screen at work: matrix and due doses on the left, the visit and its one button on the right. */
export function InjectionWork(props: {
  readonly visitId: string
  readonly data: InjectionData
  readonly others: readonly BoardCard[]
  readonly onFinish: (sentence: string) => void
}) {
  const { visitId, data, others, onFinish } = props
  const injection = useInjection(visitId, data)
  const leave = useCallMutation(leaveVisit)
  const [isLeaving, setLeaving] = useState(false)
  const name = data.person.displayName
  const columns = useFirstFocus()
  useKeys({
    Delete: event => {
      if (isTyping(event.target)) return false
      setLeaving(true)
      return true
    },
  })
  async function save() {
    const count = injection.lines.length
    if (await injection.save()) onFinish(text.injection.saved(name, count))
  }
  async function goHome(note: string) {
    const answer = await leave.send({ visitId, note })
    if (answer.ok) onFinish(text.injection.left(name))
  }
  return (
    <div className={styles.columns} ref={columns}>
      <div className={styles.left}>
        <DoseMatrix chart={data.chart} doses={data.doses} />
        <TodayPanel data={data} injection={injection} />
      </div>
      <VisitPanel
        data={data}
        others={others}
        injection={injection}
        onSave={() => void save()}
        onNotGiven={() => setLeaving(true)}
      />
      {isLeaving && (
        <ReasonDialog
          title={text.injection.notGivenTitle}
          action={text.injection.notGivenConfirm}
          suggestions={text.injection.notGivenReasons}
          error={leave.error}
          isBusy={leave.isSaving}
          onConfirm={note => void goHome(note)}
          onClose={() => setLeaving(false)}
        >
          <p>
            {name}. {text.injection.notGivenHint}
          </p>
        </ReasonDialog>
      )}
    </div>
  )
}

/** The hand begins where something is missing, else at the first due dose. */
function useFirstFocus() {
  const columns = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const first = (what: string) => columns.current?.querySelector<HTMLElement>(what)
    const place = first('input[data-missing]') ?? first('[role="checkbox"]')
    place?.focus()
  }, [])
  return columns
}
