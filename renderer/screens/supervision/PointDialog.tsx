import { Modal } from '@mantine/core'
import type { ReactNode } from 'react'
import type { SupervisionOverview } from '../../../src/contract/supervision-calls'
import { formatPhone } from '../../../src/domain/person/phone'
import type { Month } from '../../../src/domain/report/count-programme'
import type { PointStatus } from '../../../src/domain/supervision/point-status'
import type { OwedReport, PointView } from '../../../src/domain/supervision/roll-up'
import type { SupervisedPoint } from '../../../src/domain/supervision/supervised'
import { Chip } from '../../components/Chip'
import { formatCount, formatDay, formatMoment } from '../../components/format'
import { QuietButton } from '../../components/QuietButton'
import { useKeys } from '../../components/use-keys'
import { useAppState } from '../../frame/app-state'
import { locale, text } from '../../text'
import { monthWords } from '../handbook/report-words'
import styles from './Supervision.module.css'
import { needs, readinessChip, stateChip, waitWords } from './supervision-words'

/** Everything a point said of itself, and each report it owes of the month. */
export function PointDialog(props: {
  readonly view: PointView
  readonly overview: SupervisionOverview
  readonly onClose: () => void
}) {
  const { view, overview, onClose } = props
  const { point, status, reports } = view
  useKeys({ Escape: onClose }, 'dialog')
  return (
    <Modal opened onClose={onClose} title={point.name} closeOnEscape={false} size="xl" centered>
      <div className={styles.dialog} data-testid="supervision-point-dialog">
        {status ? <Facts point={point} status={status} /> : <p>{text.supervision.neverHeard}</p>}
        <h3 className={styles.subhead}>{text.supervision.reportsOf(monthWords(overview.period as Month))}</h3>
        <ul className={styles.owed}>
          {reports.map(report => (
            <Owed key={report.formId} report={report} forms={overview.forms} />
          ))}
        </ul>
        <div className={styles.buttons}>
          <QuietButton hint="Esc" onPress={onClose}>
            {text.common.close}
          </QuietButton>
        </div>
      </div>
    </Modal>
  )
}

function Facts({ point, status }: { readonly point: SupervisedPoint; readonly status: PointStatus }) {
  const { today } = useAppState()
  const words = text.supervision.detail
  const said = (count: number | null) => (count === null ? text.common.notKnown : formatCount(count))
  const both = (part: number, whole: number | null) => text.supervision.pair(formatCount(part), said(whole))
  return (
    <>
      <div className={styles.chips}>
        {needs.map(need => (
          <Chip key={need} kind={readinessChip[status[need]]}>
            {text.supervision.has[need]} {text.supervision.readiness[status[need]]}
          </Chip>
        ))}
      </div>
      <dl className={styles.facts}>
        <Fact name={words.place}>{[point.communeName, point.provinceName].filter(Boolean).join(', ')}</Fact>
        <Fact name={words.phone}>{point.phone ? formatPhone(point.phone) : text.common.notKnown}</Fact>
        <Fact name={words.internetKind}>{status.internetKind ?? text.common.notKnown}</Fact>
        <Fact name={words.accounts}>{formatCount(status.accounts)}</Fact>
        <Fact name={words.trained}>{said(status.trainedStaff)}</Fact>
        <Fact name={text.supervision.heads.started}>
          {status.startedOn ? formatDay(status.startedOn) : text.supervision.notStarted}
        </Fact>
        <Fact name={words.people}>{formatCount(status.people)}</Fact>
        <Fact name={words.infants}>{both(status.infants, status.births)}</Fact>
        <Fact name={words.doses}>{both(status.doses, status.dosesOnPaper)}</Fact>
        <Fact name={words.duplicates}>{formatCount(status.suspectedDuplicates)}</Fact>
        <Fact name={words.stock}>
          {status.hasStock ? text.supervision.own.stockYes : text.supervision.own.stockNo}
        </Fact>
        <Fact name={words.supervised}>
          {status.lastSupervisedOn ? formatDay(status.lastSupervisedOn) : text.common.notKnown}
        </Fact>
        <Fact name={text.supervision.heads.unsent}>{waitWords(status.oldestUnsentAt, today)}</Fact>
        <Fact name={words.reports}>{both(status.reportsDue, status.reportsLate)}</Fact>
        <Fact name={text.supervision.heads.version}>{status.appVersion}</Fact>
        <Fact name={words.answeredAt}>
          {status.answeredAt ? formatMoment(status.answeredAt) : text.supervision.own.neverAnswered}
        </Fact>
        <Fact name={words.asOf}>{formatMoment(status.at)}</Fact>
      </dl>
    </>
  )
}

export function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className={styles.fact}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function Owed(props: { readonly report: OwedReport; readonly forms: SupervisionOverview['forms'] }) {
  const { report, forms } = props
  const { formId, state, dueAt, receivedAt, wasLate } = report
  const title = forms.find(({ id }) => id === formId)?.title[locale]
  return (
    <li className={styles.owedLine}>
      <span>{title ?? text.supervision.report.unknownForm(formId)}</span>
      <Chip kind={stateChip[state]}>{text.supervision.reportState[state]}</Chip>
      <span className={styles.soft}>
        {receivedAt
          ? text.supervision.receivedAt(formatMoment(receivedAt))
          : dueAt && text.supervision.dueAt(formatMoment(dueAt))}
        {wasLate && ` · ${text.supervision.sentLate}`}
      </span>
    </li>
  )
}
