import { Checkbox } from '@mantine/core'
import { useState } from 'react'
import type { ImportSummary } from '../../../src/contract/import-calls'
import { ErrorNotice } from '../../components/ErrorNotice'
import { FilledButton } from '../../components/FilledButton'
import { formatCount } from '../../components/format'
import { QuietButton } from '../../components/QuietButton'
import { ExportButton } from '../../data/ExportButton'
import { text } from '../../text'
import styles from './Import.module.css'
import { RowList } from './RowList'
import type { ImportWork } from './use-import'

/** What every row comes to, before anything is written. */
export function CheckStep({ work }: { readonly work: ImportWork }) {
  const { checking } = work
  const summary = checking.result
  return (
    <>
      {checking.error && <ErrorNotice error={checking.error} onRetry={() => void work.check()} />}
      {work.writing.error && <ErrorNotice error={work.writing.error} onRetry={() => void work.check()} />}
      {checking.isRunning && <Progress work={work} />}
      {checking.view?.state === 'cancelled' && <p role="status">{text.importFile.stopped}</p>}
      {work.writing.view?.state === 'cancelled' && <p role="status">{text.importFile.cancelled}</p>}
      {summary && <Report work={work} summary={summary} />}
      {!summary && (
        <div className={styles.buttons}>
          <QuietButton onPress={() => work.setStep('columns')} isDisabled={checking.isRunning}>
            {text.importFile.back}
          </QuietButton>
          {!checking.isRunning && (
            <QuietButton onPress={() => void work.check()}>{text.importFile.checkAgain}</QuietButton>
          )}
        </div>
      )}
    </>
  )
}

function Progress({ work: { checking } }: { readonly work: ImportWork }) {
  const { view, stop } = checking
  const total = view?.total ?? null
  return (
    <div className={styles.busy} role="status">
      <progress className={styles.progress} max={total ?? 1} value={view?.done ?? 0} aria-hidden="true" />
      <span>
        {total === null
          ? text.importFile.checkingSoon
          : text.importFile.checking(formatCount(view?.done ?? 0), formatCount(total))}
      </span>
      <QuietButton isSmall onPress={stop}>
        {text.importFile.stop}
      </QuietButton>
    </div>
  )
}

function Report({ work, summary }: { readonly work: ImportWork; readonly summary: ImportSummary }) {
  const [isLeavingOut, setLeavingOut] = useState(false)
  const { kinds, newPersons, newDoses, filledPersons } = summary
  const isNothing = newPersons + newDoses + filledPersons === 0
  const isBlocked = kinds.refused > 0 && !isLeavingOut
  return (
    <>
      <Figures summary={summary} />
      <RowList work={work} summary={summary} />
      <div className={styles.options}>
        {(filledPersons > 0 || !work.isFilling) && (
          <Checkbox
            label={text.importFile.isFilling}
            checked={work.isFilling}
            onChange={event => void work.check(event.currentTarget.checked)}
          />
        )}
        {kinds.refused > 0 && (
          <Checkbox
            label={text.importFile.isLeavingOut(formatCount(kinds.refused))}
            checked={isLeavingOut}
            onChange={event => setLeavingOut(event.currentTarget.checked)}
            data-testid="leave-out"
          />
        )}
        {work.waiting > 0 && (
          <p role="status" className={styles.problemWords}>
            ▲ {text.importFile.decisionsWait(work.waiting)}
          </p>
        )}
      </div>
      <div className={styles.buttons}>
        <QuietButton onPress={() => work.setStep('columns')}>{text.importFile.back}</QuietButton>
        {work.file && (
          <ExportButton
            of={{ list: 'import-report', token: work.file.token }}
            label={text.importFile.exportReport}
          />
        )}
        {work.waiting > 0 ? (
          <FilledButton onPress={() => void work.check()} testId="check-again">
            {text.importFile.checkAgain}
          </FilledButton>
        ) : (
          <FilledButton
            onPress={() => void work.run(isLeavingOut)}
            isDisabled={isNothing || isBlocked}
            testId="run-import"
          >
            {runWords(summary)}
          </FilledButton>
        )}
      </div>
    </>
  )
}

function runWords({ newPersons, newDoses, filledPersons }: ImportSummary): string {
  if (newPersons + newDoses > 0) return text.importFile.run(formatCount(newPersons), formatCount(newDoses))
  return filledPersons > 0 ? text.importFile.runFills(formatCount(filledPersons)) : text.importFile.nothingNew
}

function Figures({ summary }: { readonly summary: ImportSummary }) {
  const figures = [
    { label: text.importFile.rows, value: summary.rows },
    { label: text.importFile.persons, value: summary.persons },
    { label: text.importFile.newPersons, value: summary.newPersons },
    { label: text.importFile.newDoses, value: summary.newDoses },
    { label: text.importFile.filled, value: summary.filledPersons },
  ]
  return (
    <dl className={styles.figures}>
      {figures.map(({ label, value }) => (
        <div key={label} className={styles.figure}>
          <dt>{label}</dt>
          <dd>{formatCount(value)}</dd>
        </div>
      ))}
    </dl>
  )
}
