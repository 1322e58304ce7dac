import { useEffect, useRef, useState } from 'react'
import { type BoardCard, leaveVisit } from '../../../src/contract/visit-calls'
import { readPersonCode } from '../../../src/domain/person/person-code'
import type { ScanArrival } from '../../../src/domain/scan/scan-types'
import { isVialScan } from '../../../src/domain/stock/vial-scan'
import { ReasonDialog } from '../../components/ReasonDialog'
import { isTyping, useKeys } from '../../components/use-keys'
import { useCallMutation } from '../../data/use-call-mutation'
import { useNavigation } from '../../frame/navigation'
import { useScanDesk } from '../../frame/scan-desk'
import { text } from '../../text'
import { DoseMatrix } from './DoseMatrix'
import { IdentityBar } from './IdentityBar'
import styles from './Injection.module.css'
import type { InjectionData } from './injection-data'
import { TodayPanel } from './TodayPanel'
import { type IdentityDesk, useIdentity } from './use-identity'
import { useInjection } from './use-injection'
import { useVial, type VialDesk } from './use-vial'
import { VisitPanel } from './VisitPanel'

/** The screen at work: matrix and due doses on the left, the visit and its one button on the right. */
export function InjectionWork(props: {
  readonly visitId: string
  readonly data: InjectionData
  readonly others: readonly BoardCard[]
  readonly onFinish: (sentence: string) => void
}) {
  const { visitId, data, others, onFinish } = props
  const identity = useIdentity(visitId)
  const injection = useInjection(visitId, data, identity.isConfirmed)
  const vial = useVial(visitId, data, injection)
  const hear = useHearing(identity, vial)
  const { go } = useNavigation()
  const [isLeaving, setLeaving] = useState(false)
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
    const name = data.person.displayName
    if (!(await injection.save())) return
    onFinish(count === 0 ? text.injection.savedNotGiven(name) : text.injection.saved(name, count))
  }
  return (
    <>
      <IdentityBar
        desk={identity}
        person={data.person}
        onOpenOther={other => go({ name: 'injection', visitId: other })}
      />
      <div className={styles.columns} ref={columns}>
        <div className={styles.left}>
          <DoseMatrix chart={data.chart} doses={data.doses} />
          <TodayPanel data={data} injection={injection} />
        </div>
        <VisitPanel
          {...{ data, others, injection, vial }}
          onTake={arrival => hear(arrival, true)}
          onSave={() => void save()}
          onNotGiven={() => setLeaving(true)}
        />
        {isLeaving && <Leaving {...{ visitId, data, onFinish }} onClose={() => setLeaving(false)} />}
      </div>
    </>
  )
}

/** Nothing at all is given this time, and the visit ends with the reason. */
function Leaving(props: {
  readonly visitId: string
  readonly data: InjectionData
  readonly onFinish: (sentence: string) => void
  readonly onClose: () => void
}) {
  const { visitId, data, onFinish, onClose } = props
  const leave = useCallMutation(leaveVisit)
  const name = data.person.displayName
  async function goHome(note: string) {
    const answer = await leave.send({ visitId, note })
    if (answer.ok) onFinish(text.injection.left(name))
  }
  return (
    <ReasonDialog
      title={text.injection.notGivenTitle}
      action={text.injection.notGivenConfirm}
      suggestions={text.injection.notGivenReasons}
      error={leave.error}
      isBusy={leave.isSaving}
      onConfirm={note => void goHome(note)}
      onClose={onClose}
    >
      <p>
        {name}. {text.injection.notGivenHint}
      </p>
    </ReasonDialog>
  )
}

/** Whatever is scanned here is this child's code or a vial for them; it never leads to another screen. */
function useHearing(
  identity: IdentityDesk,
  vial: VialDesk,
): (arrival: ScanArrival, isTyped?: boolean) => void {
  const hear = (arrival: ScanArrival, isTyped = false) => {
    const isVial = [arrival.text, arrival.physical ?? ''].some(isVialScan)
    if (isVial || (isTyped && readPersonCode(arrival.text) === null)) vial.take(arrival)
    else identity.scan(arrival)
  }
  useBorrowedScanner(hear)
  return hear
}

/** Hears every scan while a child is open for injection. */
function useBorrowedScanner(hear: (arrival: ScanArrival) => void) {
  const { borrow } = useScanDesk()
  const current = useRef(hear)
  current.current = hear
  useEffect(() => borrow(arrival => current.current(arrival)), [borrow])
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
