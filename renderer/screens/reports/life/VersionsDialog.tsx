import { Modal } from '@mantine/core'
import { useState } from 'react'
import {
  getReportDifference,
  type ReportDifference,
  type ReportVersion,
} from '../../../../src/contract/report-life-calls'
import { Chip } from '../../../components/Chip'
import { EmptyState } from '../../../components/EmptyState'
import { ErrorNotice } from '../../../components/ErrorNotice'
import { formatCount, formatMoment } from '../../../components/format'
import { LateSkeleton } from '../../../components/LateSkeleton'
import { QuietButton } from '../../../components/QuietButton'
import { useKeys } from '../../../components/use-keys'
import { useCallQuery } from '../../../data/use-call-query'
import { text } from '../../../text'
import { DifferenceTables } from './DifferenceTables'
import styles from './Life.module.css'
import { stateKinds, stepsOf, versionWords } from './life-words'

const words = text.reportLife

/** Every version of a report, newest first, with what became of it; each amendment opens to its difference. */
export function VersionsDialog(props: {
  readonly versions: readonly ReportVersion[]
  readonly onClose: () => void
}) {
  const { versions, onClose } = props
  const [shownId, show] = useState<string | null>(null)
  useKeys({ Escape: () => (shownId === null ? onClose() : show(null)) }, 'dialog')
  return (
    <Modal opened onClose={onClose} title={words.versions} closeOnEscape={false} size="52rem" centered>
      <div className={styles.dialog} data-testid="versions-dialog">
        <div>
          {versions.map(version => (
            <Version
              key={version.reportId}
              version={version}
              isShown={shownId === version.reportId}
              onShow={() => show(shownId === version.reportId ? null : version.reportId)}
            />
          ))}
        </div>
        <div className={styles.end}>
          <QuietButton hint="Esc" onPress={onClose}>
            {words.checking.close}
          </QuietButton>
        </div>
      </div>
    </Modal>
  )
}

function Version(props: {
  readonly version: ReportVersion
  readonly isShown: boolean
  readonly onShow: () => void
}) {
  const { version, isShown, onShow } = props
  return (
    <section className={styles.version}>
      <div className={styles.versionHead}>
        <strong>{versionWords(version)}</strong>
        {version.isWithdrawn ? (
          <Chip kind="wrong">{words.withdrawn}</Chip>
        ) : (
          <Chip kind={stateKinds[version.state]}>{words.states[version.state]}</Chip>
        )}
        {version.amends !== null && (
          <QuietButton isSmall isPressed={isShown} onPress={onShow}>
            {words.difference.title}
          </QuietButton>
        )}
      </div>
      {stepsOf(version).map(step => (
        <div key={step} className={styles.soft}>
          {step}
        </div>
      ))}
      {isShown && <Difference reportId={version.reportId} against="amended" />}
    </section>
  )
}

/** What would be counted otherwise today than was signed. */
export function DriftDialog({
  reportId,
  onClose,
}: {
  readonly reportId: string
  readonly onClose: () => void
}) {
  useKeys({ Escape: onClose }, 'dialog')
  return (
    <Modal
      opened
      onClose={onClose}
      title={words.difference.today}
      closeOnEscape={false}
      size="52rem"
      centered
    >
      <div className={styles.dialog} data-testid="drift-dialog">
        <p className={styles.soft}>{words.driftHint}</p>
        <Difference reportId={reportId} against="today" />
        <div className={styles.end}>
          <QuietButton hint="Esc" onPress={onClose}>
            {words.checking.close}
          </QuietButton>
        </div>
      </div>
    </Modal>
  )
}

function Difference(props: { readonly reportId: string; readonly against: 'amended' | 'today' }) {
  const read = useCallQuery(
    getReportDifference,
    { reportId: props.reportId, against: props.against },
    { keep: true },
  )
  if (read.error) return <ErrorNotice error={read.error} onRetry={read.retry} />
  if (read.isLoading) return <LateSkeleton lines={6} />
  if (!read.data) return <EmptyState title={words.difference.unknown} />
  return (
    <>
      <p className={styles.soft}>{sidesOf(read.data)}</p>
      {read.data.cells.length === 0 ? (
        <EmptyState title={words.difference.none} />
      ) : (
        <DifferenceTables difference={read.data} />
      )}
    </>
  )
}

function sidesOf({ before, after }: ReportDifference): string {
  const side = ({ version, at }: ReportDifference['after']) => {
    if (version !== null) return words.version(version)
    return at === null ? formatCount(0) : words.difference.now(formatMoment(at))
  }
  return words.difference.between(side(before), side(after))
}
