import { SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import { getProgrammeReport, type ProgrammeReport } from '../../../src/contract/handbook-list-calls'
import { type Month, monthOf } from '../../../src/domain/report/count-programme'
import { addMonths } from '../../../src/domain/report/months'
import { Chip } from '../../components/Chip'
import { EmptyState } from '../../components/EmptyState'
import { ErrorNotice } from '../../components/ErrorNotice'
import { Kbd } from '../../components/Kbd'
import { LateSkeleton } from '../../components/LateSkeleton'
import { Panel } from '../../components/Panel'
import { Picker } from '../../components/Picker'
import { QuietButton } from '../../components/QuietButton'
import { useDraft } from '../../components/use-draft'
import { useKeys } from '../../components/use-keys'
import { ExportButton } from '../../data/ExportButton'
import { useCallQuery } from '../../data/use-call-query'
import { useMade } from '../../data/use-made'
import { useAppState } from '../../frame/app-state'
import { locale, text } from '../../text'
import { CommuneTable } from './CommuneTable'
import styles from './Handbook.module.css'
import { MadeNotice } from './MadeNotice'
import { type CellAsked, NamesDialog } from './NamesDialog'
import { monthWords } from './report-words'
import { TrendCards } from './TrendCards'

const views = ['trend', 'communes'] as const
type View = (typeof views)[number]
type Asked = { readonly until: Month; readonly communeCode: string | null; readonly view: View }

/** The month's report of the programme: twelve months as pictures, or the month by commune; every number opens to its names. */
export function ReportPanel() {
  const { today } = useAppState()
  const { draft: asked, setDraft } = useDraft<Asked>('handbook-report', () => ({
    until: monthOf(today),
    communeCode: null,
    view: 'trend',
  }))
  const { until, communeCode, view } = asked
  const choose = (part: Partial<Asked>) => setDraft({ ...asked, ...part })
  const report = useCallQuery(getProgrammeReport, { until, communeCode }, { keep: true })
  const made = report.isStale ? null : (report.data?.made ?? null)
  const making = useMade({ name: 'handbook.report', until }, made)
  const [cell, setCell] = useState<CellAsked | null>(null)
  const move = (months: number) => {
    const next = addMonths(until, months)
    if (next <= monthOf(today)) choose({ until: next })
  }
  useKeys({
    r: making.start,
    '-': () => move(-1),
    '+': () => move(1),
    '=': () => move(1),
    v: () => choose({ view: view === 'trend' ? 'communes' : 'trend' }),
  })
  return (
    <Panel
      title={text.handbook.tabs.report}
      note={report.data && <FormNote form={report.data.form} />}
      actions={<ExportButton of={{ list: 'programme', until, communeCode }} testId="export-programme" />}
      className={styles.panel}
    >
      <Choices
        asked={asked}
        report={report.data}
        isNewest={until >= monthOf(today)}
        onChoose={choose}
        onMove={move}
      />
      {report.data && <MadeNotice made={report.data.made} making={making} running={text.handbook.counting} />}
      {report.error && <ErrorNotice error={report.error} onRetry={report.retry} />}
      {report.data && (report.data.made.at !== null || !making.isRunning) ? (
        <Cells report={report.data} asked={asked} onOpen={setCell} />
      ) : (
        <LateSkeleton lines={10} />
      )}
      {cell && <NamesDialog asked={cell} onClose={() => setCell(null)} />}
    </Panel>
  )
}

function FormNote({ form }: { readonly form: ProgrammeReport['form'] }) {
  return (
    <span className={styles.formNote} title={`${form.title[locale]}. ${form.source}`}>
      {form.id} {form.version}{' '}
      {form.confirmation === 'unverified' && (
        <Chip kind="late" title={text.handbook.unverifiedForm}>
          {text.handbook.unverified}
        </Chip>
      )}
    </span>
  )
}

function Choices(props: {
  readonly asked: Asked
  readonly report: ProgrammeReport | null
  readonly isNewest: boolean
  readonly onChoose: (part: Partial<Asked>) => void
  readonly onMove: (months: number) => void
}) {
  const { asked, report, isNewest, onChoose, onMove } = props
  const communes = report?.communes ?? []
  return (
    <search className={styles.filters} aria-label={text.handbook.viewLabel}>
      <QuietButton isSmall hint="−" label={text.handbook.earlier} onPress={() => onMove(-1)}>
        ‹
      </QuietButton>
      <strong className={styles.month}>{text.handbook.month(monthWords(asked.until))}</strong>
      <QuietButton
        isSmall
        hint="+"
        label={text.handbook.later}
        isDisabled={isNewest}
        onPress={() => onMove(1)}
      >
        ›
      </QuietButton>
      <Picker
        label={text.handbook.commune}
        isLabelHidden
        isClearable
        placeholder={text.handbook.allCommunes}
        choices={communes.map(({ code, name }) => ({ value: `c${code}`, label: communeName(code, name) }))}
        value={asked.communeCode === null ? null : `c${asked.communeCode}`}
        testId="report-commune"
        onChange={value => onChoose({ communeCode: value === null ? null : value.slice(1) })}
      />
      <Kbd>V</Kbd>
      <SegmentedControl
        aria-label={text.handbook.viewLabel}
        data-testid="report-view"
        data={views.map(view => ({ value: view, label: text.handbook.views[view] }))}
        value={asked.view}
        onChange={value => onChoose({ view: views.find(view => view === value) ?? 'trend' })}
      />
    </search>
  )
}

/** A commune by name; by code where no list knows it; and those without one. */
export function communeName(code: string, name: string | null): string {
  return name ?? (code || text.handbook.noCommune)
}

function Cells(props: {
  readonly report: ProgrammeReport
  readonly asked: Asked
  readonly onOpen: (cell: CellAsked) => void
}) {
  const { report, asked, onOpen } = props
  const { until, communeCode, view } = asked
  const isEmpty = report.rows.every(({ byMonth }) =>
    byMonth.every(({ counted, of }) => counted + (of ?? 0) === 0),
  )
  if (isEmpty)
    return <EmptyState title={text.handbook.nothingCounted}>{text.handbook.nothingCountedHint}</EmptyState>
  return view === 'trend' ? (
    <TrendCards report={report} onOpen={(row, month) => onOpen({ row, until, month, communeCode })} />
  ) : (
    <CommuneTable
      report={report}
      until={until}
      onOpen={(row, code) => onOpen({ row, until, month: until, communeCode: code })}
    />
  )
}
