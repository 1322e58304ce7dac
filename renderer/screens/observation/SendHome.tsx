import { useState } from 'react'
import { listPrinters, printDocument } from '../../../src/contract/print-calls'
import { type BoardCard, finishObservation } from '../../../src/contract/visit-calls'
import type { CalendarDay } from '../../../src/domain/calendar/calendar-day'
import type { ImmunizationChart } from '../../../src/domain/schedule/chart-types'
import { call } from '../../api'
import { ErrorNotice } from '../../components/ErrorNotice'
import { FilledButton } from '../../components/FilledButton'
import { QuietButton } from '../../components/QuietButton'
import { ReasonDialog } from '../../components/ReasonDialog'
import { isTyping, useKeys } from '../../components/use-keys'
import { useCallMutation } from '../../data/use-call-mutation'
import { useCallQuery } from '../../data/use-call-query'
import { locale, text } from '../../text'
import { timerOf } from '../board/lanes'
import { NextFields } from './NextFields'
import { type NextDraft, nextProblem, proposeNext, toAppointment } from './next-appointment'
import styles from './Observation.module.css'

/** The way home: the next appointment, the slip, and the reason when it is before the time. */
export function SendHome(props: {
  readonly visitId: string
  readonly card: BoardCard
  readonly chart: ImmunizationChart
  readonly today: CalendarDay
  readonly nowMs: number
  readonly onFinish: (sentence: string) => void
}) {
  const { visitId, card, chart, today, nowMs, onFinish } = props
  const [changed, setChanged] = useState<NextDraft | null>(null)
  const [isEarly, setEarly] = useState(false)
  const finish = useCallMutation(finishObservation)
  const printers = useCallQuery(listPrinters, {})
  const draft = changed ?? proposeNext(chart, locale)
  const timer = timerOf(card, nowMs)
  const isOver = timer?.isOver ?? false
  const hasSlipPrinter = printers.data?.printers.some(printer => printer.role === 'slip') ?? false
  const willPrint = hasSlipPrinter && draft.isWanted

  async function send(earlyBecause: string | null) {
    const answer = await finish.send({ visitId, earlyBecause, next: toAppointment(draft) })
    if (!answer.ok) return
    onFinish(willPrint ? await printSlip(card, visitId) : text.observation.finished(card.displayName))
  }
  return (
    <div className={styles.home}>
      <NextFields
        draft={draft}
        today={today}
        notGiven={chart.today.map(due => due.label[locale])}
        onChange={setChanged}
      />
      {finish.error && !isEarly && <ErrorNotice error={finish.error} />}
      <HomeButton
        isOver={isOver}
        willPrint={willPrint}
        isBusy={finish.isSaving}
        isDisabled={nextProblem(draft, today) !== null}
        onHome={() => void send(null)}
        onEarly={() => setEarly(true)}
      />
      {isEarly && (
        <ReasonDialog
          title={text.observation.earlyReason}
          action={text.observation.finishEarly}
          suggestions={text.observation.earlyReasons}
          error={finish.error}
          isBusy={finish.isSaving}
          onConfirm={reason => void send(reason)}
          onClose={() => setEarly(false)}
        >
          <p>{text.observation.early(Math.ceil((timer?.leftMs ?? 0) / 60_000))}</p>
        </ReasonDialog>
      )}
    </div>
  )
}

/** Filled when the time is over; before it the quiet way, which asks for a reason. */
function HomeButton(props: {
  readonly isOver: boolean
  readonly willPrint: boolean
  readonly isBusy: boolean
  readonly isDisabled: boolean
  readonly onHome: () => void
  readonly onEarly: () => void
}) {
  const { isOver, willPrint, isBusy, isDisabled, onHome, onEarly } = props
  useKeys(
    {
      Delete: event => {
        if (isTyping(event.target)) return false
        onEarly()
        return true
      },
    },
    'screen',
    !isOver && !isDisabled,
  )
  if (!isOver) {
    return (
      <QuietButton isWide hint="Del" isDisabled={isDisabled} onPress={onEarly} testId="send-home-early">
        {text.observation.finishEarly}
      </QuietButton>
    )
  }
  return (
    <FilledButton isWide isBusy={isBusy} isDisabled={isDisabled} onPress={onHome} testId="send-home">
      {willPrint ? text.observation.finishPrint : text.observation.finish}
    </FilledButton>
  )
}

/** Going home is saved already; a slip that does not come out is said, and printed again under the print jobs. */
async function printSlip(card: BoardCard, visitId: string): Promise<string> {
  const printed = await call(printDocument, {
    kind: 'appointment-slip',
    personId: card.personId,
    visitId,
    paper: null,
    bilingual: false,
  })
  return printed.ok
    ? text.observation.finishedPrinted(card.displayName)
    : `${text.observation.printFailed} ${text.errors[printed.error.code]({})}`
}
