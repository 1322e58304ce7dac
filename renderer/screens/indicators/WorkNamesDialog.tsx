import { Modal } from '@mantine/core'
import { listWorkNames, type WorkName } from '../../../src/contract/indicator-calls'
import { daysBetween, vietnamDayOf } from '../../../src/domain/calendar/calendar-day'
import type { Cohort } from '../../../src/domain/report/indicators/pictures'
import { formatCount, formatDay } from '../../components/format'
import { QuietButton } from '../../components/QuietButton'
import { useKeys } from '../../components/use-keys'
import { locale, text } from '../../text'
import { PagedNames } from '../duplicates/PagedNames'
import { usePages } from '../duplicates/use-pages'
import styles from './Indicators.module.css'
import type { OpenedWork } from './opened'

/** The doses or the entries of the ledger behind a mark; quantities add up to its number. */
export function WorkNamesDialog(props: {
  readonly cohort: Cohort
  readonly opened: OpenedWork
  readonly onClose: () => void
}) {
  const { cohort, opened, onClose } = props
  useKeys({ Escape: onClose }, 'dialog')
  return (
    <Modal
      opened
      onClose={onClose}
      title={text.indicators.names.title(opened.label)}
      closeOnEscape={false}
      size="xl"
      centered
    >
      <div className={styles.names} data-testid="work-names">
        <Lines cohort={cohort} opened={opened} />
        <div className={styles.buttons}>
          <QuietButton hint="Esc" onPress={onClose}>
            {text.indicators.names.close}
          </QuietButton>
        </div>
      </div>
    </Modal>
  )
}

function Lines({ cohort, opened }: { readonly cohort: Cohort; readonly opened: OpenedWork }) {
  const pages = usePages(
    listWorkNames,
    page => ({ cohort, mark: opened.mark, ...page }),
    ({ total, lines, sum }) => ({ total, items: lines.map(line => ({ line, sum })) }),
  )
  return (
    <PagedNames
      pages={pages}
      label={opened.label}
      none={text.indicators.names.none}
      className={styles.nameList}
      personOf={({ line }) => line.hit?.personId ?? null}
      line={({ line }) => <Line line={line} />}
    >
      <p className={styles.soft}>{text.indicators.names.sum(formatCount(pages.itemAt(0)?.sum ?? 0))}</p>
    </PagedNames>
  )
}

function Line({ line }: { readonly line: WorkName }) {
  const { hit, on, at, lotNumber, reason, quantity } = line
  const words = text.indicators.names
  return (
    <div className={styles.nameLine} data-testid="work-name">
      <div className={styles.cell}>
        <div className={styles.name}>{hit ? hit.displayName : words.lot(lotNumber ?? '')}</div>
        {hit && <div className={styles.soft}>{formatDay(hit.birthDate)}</div>}
      </div>
      <div className={styles.cell}>{formatDay(on)}</div>
      <div className={styles.cell}>
        {hit
          ? at === null
            ? text.indicators.waiting
            : words.days(formatCount(Math.max(0, daysBetween(on, vietnamDayOf(at)))))
          : [words.quantity(formatCount(quantity)), reason?.[locale]].filter(Boolean).join(', ')}
      </div>
    </div>
  )
}
