import { Modal, SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import {
  type ChildMark,
  type IndicatorNames,
  type Indicators,
  listIndicatorNames,
} from '../../../src/contract/indicator-calls'
import { formatPhone } from '../../../src/domain/person/phone'
import type { ChildNote } from '../../../src/domain/report/indicators/measure'
import type { Cohort } from '../../../src/domain/report/indicators/pictures'
import { Chip } from '../../components/Chip'
import { formatCount, formatDay } from '../../components/format'
import { QuietButton } from '../../components/QuietButton'
import { useKeys } from '../../components/use-keys'
import { ExportButton } from '../../data/ExportButton'
import { text } from '../../text'
import { PagedNames } from '../duplicates/PagedNames'
import { usePages } from '../duplicates/use-pages'
import { monthWords } from '../handbook/report-words'
import styles from './Indicators.module.css'
import type { OpenedMark } from './opened'
import { antigenLabel } from './share-words'

type Which = 'counted' | 'missing'

/** The children behind a mark: those it counts, and those it asks and does not count, with the reason. */
export function MarkNames(props: {
  readonly data: Indicators
  readonly cohort: Cohort
  readonly mark: Omit<ChildMark, 'which'>
  readonly opened: OpenedMark
  readonly onClose: () => void
}) {
  const { data, cohort, opened, onClose } = props
  const [which, setWhich] = useState<Which>(opened.first ?? 'counted')
  const mark = { ...props.mark, which }
  const born = opened.bornIn === null ? '' : `, ${text.indicators.month(monthWords(opened.bornIn))}`
  useKeys({ Escape: onClose }, 'dialog')
  return (
    <Modal
      opened
      onClose={onClose}
      title={`${text.indicators.names.title(opened.label)}${born}`}
      closeOnEscape={false}
      size="xl"
      centered
    >
      <div className={styles.names} data-testid="indicator-names">
        <SegmentedControl
          aria-label={text.indicators.names.which}
          data={(['counted', 'missing'] as const).map(value => ({
            value,
            label: text.indicators.names[value],
          }))}
          value={which}
          onChange={value => setWhich(value === 'missing' ? 'missing' : 'counted')}
        />
        <Names key={which} data={data} cohort={cohort} mark={mark} />
        <div className={styles.buttons}>
          <ExportButton of={{ list: 'indicator-names', cohort, mark }} testId="export-indicator-names" />
          <QuietButton hint="Esc" onPress={onClose}>
            {text.indicators.names.close}
          </QuietButton>
        </div>
      </div>
    </Modal>
  )
}

type Line = IndicatorNames['lines'][number]

function Names(props: { readonly data: Indicators; readonly cohort: Cohort; readonly mark: ChildMark }) {
  const { data, cohort, mark } = props
  const pages = usePages(
    listIndicatorNames,
    page => ({ cohort, mark, ...page }),
    ({ total, lines }) => ({ total, items: lines }),
  )
  return (
    <PagedNames
      pages={pages}
      label={text.indicators.names.which}
      none={text.indicators.names.none}
      className={styles.nameList}
      personOf={({ hit }) => hit.personId}
      line={line => <Name data={data} line={line} />}
    >
      <p className={styles.soft}>{text.due.count(formatCount(pages.total))}</p>
    </PagedNames>
  )
}

function Name({ data, line: { hit, name } }: { readonly data: Indicators; readonly line: Line }) {
  const place = [hit.hamlet, hit.communeName].filter(Boolean).join(', ')
  return (
    <div className={styles.nameLine} data-testid="indicator-name">
      <div className={styles.cell}>
        <div className={styles.name}>{hit.displayName}</div>
        <div className={styles.soft}>{formatDay(hit.birthDate)}</div>
      </div>
      <div className={styles.cell}>
        <div>{place}</div>
        <div className={styles.soft}>{hit.phone ? formatPhone(hit.phone) : text.due.noPhone}</div>
      </div>
      <div className={styles.cell}>
        {name.note && <Chip kind={isGood(name.note) ? 'ok' : 'late'}>{noteWords(data, name.note)}</Chip>}
      </div>
    </div>
  )
}

function isGood(note: ChildNote): boolean {
  return note.code === 'given' || (note.code === 'birth-dose' && note.answer === 'in-time')
}

function noteWords(data: Indicators, note: ChildNote): string {
  const words = text.indicators.names
  switch (note.code) {
    case 'given':
    case 'not-valid':
      return words[note.code](formatDay(note.on))
    case 'too-late':
      return note.on === null ? words['not-given'] : words['too-late'](formatDay(note.on))
    case 'not-given':
      return words['not-given']
    case 'missing-doses':
      return words['missing-doses'](note.antigens.map(code => antigenLabel(data, code)).join(', '))
    case 'birth-dose':
      return text.indicators.answers[note.answer]
    case 'left-out':
      return text.indicators.whyLeft[note.why]
  }
}
