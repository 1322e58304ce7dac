import type { BoardCard } from '../../../src/contract/visit-calls'
import type { ScanArrival } from '../../../src/domain/scan/scan-types'
import { ErrorNotice } from '../../components/ErrorNotice'
import { FilledButton } from '../../components/FilledButton'
import { formatDay, formatTime } from '../../components/format'
import { Kbd } from '../../components/Kbd'
import { Panel } from '../../components/Panel'
import { QuietButton } from '../../components/QuietButton'
import { locale, text } from '../../text'
import { DoseLine } from './DoseLine'
import styles from './Injection.module.css'
import type { InjectionData } from './injection-data'
import { NotGivenList } from './NotGivenList'
import { ScanField } from './ScanField'
import type { Injection } from './use-injection'
import type { VialDesk } from './use-vial'
import { ScreeningChip, Steps } from './VisitState'

/** The visit of today: its steps, each dose with lot, site and route, and the one button that says what will happen. */
export function VisitPanel(props: {
  readonly data: InjectionData
  readonly others: readonly BoardCard[]
  readonly injection: Injection
  readonly vial: VialDesk
  readonly onTake: (arrival: ScanArrival) => void
  readonly onSave: () => void
  readonly onNotGiven: () => void
}) {
  const { data, others, injection, onSave, onNotGiven } = props
  const { visit, chart } = data
  const { lines } = injection
  const isStopped = props.vial.said?.kind === 'stopped'
  const missing = isStopped ? text.injection.missing.vial : injection.missing
  return (
    <Panel
      title={text.injection.visit}
      note={text.injection.visitInfo(visit.ticket, formatTime(visit.openedAt))}
      actions={
        <>
          {text.injection.others(others.length)}
          {others.length > 0 && <Kbd>PgDn</Kbd>}
        </>
      }
      className={styles.right}
    >
      <Steps visit={visit} />
      <div className={styles.work}>
        <div>
          <ScreeningChip visit={visit} />
        </div>
        <ScanField data={data} vial={props.vial} onTake={props.onTake} />
        <div className={styles.lines}>
          {lines.map((line, index) => (
            <DoseLine key={line.key} line={line} number={index + 1} data={data} injection={injection} />
          ))}
        </div>
        <NotGivenList data={data} injection={injection} />
        {chart.next && (
          <p className={styles.next}>
            {text.injection.next(formatDay(chart.next.on))}
            {chart.next.labels.length > 0 && `: ${chart.next.labels.map(label => label[locale]).join(', ')}`}.
          </p>
        )}
      </div>
      <div className={styles.foot}>
        {injection.error && <ErrorNotice error={injection.error} />}
        {missing !== null && !injection.error && <p className={styles.missing}>{missing}</p>}
        <FilledButton
          isWide
          isBusy={injection.isSaving}
          isDisabled={missing !== null}
          onPress={onSave}
          testId="save-doses"
        >
          {lines.length === 0
            ? text.injection.saveNotGiven(injection.openDoses.length)
            : text.injection.save(lines.length, visit.observationMinutes)}
        </FilledButton>
        <div className={styles.footKeys}>
          <QuietButton isSmall hint="Del" onPress={onNotGiven}>
            {text.injection.notGiven}
          </QuietButton>
        </div>
      </div>
    </Panel>
  )
}
