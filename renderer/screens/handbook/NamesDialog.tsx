import { Modal, SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import {
  listProgrammeNames,
  type ProgrammeCell,
  type ProgrammeNames,
} from '../../../src/contract/handbook-list-calls'
import { formatPhone } from '../../../src/domain/person/phone'
import type { Month, NameNote } from '../../../src/domain/report/count-programme'
import { Chip } from '../../components/Chip'
import { formatCount, formatDay } from '../../components/format'
import { QuietButton } from '../../components/QuietButton'
import { useKeys } from '../../components/use-keys'
import { ExportButton } from '../../data/ExportButton'
import { locale, text } from '../../text'
import { PagedNames } from '../duplicates/PagedNames'
import { usePages } from '../duplicates/use-pages'
import styles from './Handbook.module.css'
import { monthWords } from './report-words'
import type { ReportRow } from './TrendCards'

/** A cell somebody wants to see the names of. */
export type CellAsked = {
  readonly row: ReportRow
  readonly until: Month
  readonly month: Month
  readonly communeCode: string | null
}

/** The names behind a number; where it is a share, those as well who are not counted, and why. */
export function NamesDialog({ asked, onClose }: { readonly asked: CellAsked; readonly onClose: () => void }) {
  const { row, until, month, communeCode } = asked
  const [which, setWhich] = useState<'counted' | 'missing'>('counted')
  const cell = { until, rowId: row.id, month, communeCode, which }
  const isShare = row.byMonth.some(({ of }) => of !== null)
  useKeys({ Escape: onClose }, 'dialog')
  return (
    <Modal
      opened
      onClose={onClose}
      title={`${text.handbook.names.title(row.label[locale])} · ${monthWords(month)}`}
      closeOnEscape={false}
      size="xl"
      centered
    >
      <div className={styles.names} data-testid="report-names">
        {isShare && (
          <SegmentedControl
            aria-label={text.handbook.names.which}
            data={(['counted', 'missing'] as const).map(value => ({
              value,
              label: text.handbook.names[value],
            }))}
            value={which}
            onChange={value => setWhich(value === 'missing' ? 'missing' : 'counted')}
          />
        )}
        <Names key={which} cell={cell} />
        <div className={styles.buttons}>
          <ExportButton of={{ list: 'programme-names', cell }} testId="export-names" />
          <QuietButton hint="Esc" onPress={onClose}>
            {text.handbook.names.close}
          </QuietButton>
        </div>
      </div>
    </Modal>
  )
}

type Line = ProgrammeNames['lines'][number]

function Names({ cell }: { readonly cell: ProgrammeCell }) {
  const pages = usePages(
    listProgrammeNames,
    page => ({ cell, ...page }),
    ({ total, lines }) => ({ total, items: lines }),
  )
  return (
    <PagedNames
      pages={pages}
      label={text.handbook.names.which}
      none={text.handbook.names.none}
      className={styles.nameList}
      personOf={({ hit }) => hit.personId}
      line={line => <Name line={line} />}
    >
      <p className={styles.soft}>{text.due.count(formatCount(pages.total))}</p>
    </PagedNames>
  )
}

function Name({ line: { hit, name } }: { readonly line: Line }) {
  const place = [hit.hamlet, hit.communeName].filter(Boolean).join(', ')
  return (
    <div className={styles.nameLine} data-testid="report-name">
      <div className={styles.cell}>
        <div className={styles.name}>{hit.displayName}</div>
        <div className={styles.soft}>{formatDay(hit.birthDate)}</div>
      </div>
      <div className={styles.cell}>
        <div className={styles.cut}>{place}</div>
        <div className={styles.phone}>{hit.phone ? formatPhone(hit.phone) : text.due.noPhone}</div>
      </div>
      <div className={styles.cell}>
        <div>{formatDay(name.on)}</div>
        {name.note && <Chip kind={name.isCounted ? 'info' : 'late'}>{noteWords(name.note)}</Chip>}
      </div>
    </div>
  )
}

function noteWords(note: NameNote): string {
  const words = text.handbook.names
  if (note.code === 'weight') return words.weight(formatCount(note.grams))
  if (note.code === 'visit-number' || note.code === 'visits-before') return words[note.code](note.count)
  return words[note.code]
}
