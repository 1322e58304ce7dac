import { Loader } from '@mantine/core'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef, useState } from 'react'
import type { ResponseOf } from '../../../src/contract/call'
import { chooseImportFile, type ImportPreview, runImport } from '../../../src/contract/exchange-calls'
import { isCalendarDay } from '../../../src/domain/calendar/calendar-day'
import { ErrorNotice } from '../../components/ErrorNotice'
import { FilledButton } from '../../components/FilledButton'
import { formatCount, formatDay } from '../../components/format'
import { Panel } from '../../components/Panel'
import { QuietButton } from '../../components/QuietButton'
import { sentenceOf } from '../../components/sentences'
import { useCallMutation } from '../../data/use-call-mutation'
import { useNavigation } from '../../frame/navigation'
import { text } from '../../text'
import styles from './Import.module.css'

type Done = ResponseOf<typeof runImport>

/** Choose, look, run: nothing is written before the last button. */
export function ImportScreen() {
  const choosing = useCallMutation(chooseImportFile)
  const running = useCallMutation(runImport)
  const { go } = useNavigation()
  const [preview, setPreview] = useState<ImportPreview | null>(null)
  const [done, setDone] = useState<Done | null>(null)

  async function choose() {
    setDone(null)
    running.clearError()
    const answer = await choosing.send({})
    if (answer.ok) setPreview(answer.value)
  }
  async function run(token: string) {
    const answer = await running.send({ token })
    if (!answer.ok) return
    setDone(answer.value)
    setPreview(null)
  }
  const wasCancelled = choosing.error?.code === 'import.cancelled'
  return (
    <Panel
      title={preview ? text.importFile.preview(preview.fileName) : text.importFile.title}
      className={styles.panel}
      padded
    >
      {done && <DoneWords done={done} />}
      {choosing.error && !wasCancelled && <ErrorNotice error={choosing.error} />}
      {running.error && <ErrorNotice error={running.error} />}
      {!preview && <p className={styles.lead}>{text.importFile.lead}</p>}
      {preview && <Preview preview={preview} />}
      {running.isSaving && <Busy words={text.importFile.running} />}
      {choosing.isSaving && <Busy words={text.importFile.reading} />}
      <div className={styles.buttons}>
        {!preview && (
          <FilledButton onPress={() => void choose()} isBusy={choosing.isSaving} testId="choose-file">
            {text.importFile.choose}
          </FilledButton>
        )}
        {preview && (
          <>
            <QuietButton onPress={() => void choose()} isDisabled={running.isSaving}>
              {text.importFile.chooseAnother}
            </QuietButton>
            <FilledButton
              onPress={() => void run(preview.token)}
              isBusy={running.isSaving}
              isDisabled={preview.problemCount > 0 || preview.newPersons + preview.newDoses === 0}
              testId="run-import"
            >
              {preview.newPersons + preview.newDoses === 0
                ? text.importFile.nothingNew
                : text.importFile.run(formatCount(preview.newPersons), formatCount(preview.newDoses))}
            </FilledButton>
          </>
        )}
        {done && (
          <QuietButton onPress={() => go({ name: 'people' })}>{text.importFile.openPeople}</QuietButton>
        )}
      </div>
    </Panel>
  )
}

/** Main gives no percentage: a write is one transaction, so time is what can be told. */
function Busy({ words }: { readonly words: string }) {
  const [seconds, setSeconds] = useState(0)
  useEffect(() => {
    const timer = setInterval(() => setSeconds(before => before + 1), 1000)
    return () => clearInterval(timer)
  }, [])
  return (
    <p className={styles.busy} role="status">
      <Loader size={16} /> {words} {seconds > 1 && `${seconds} s`}
    </p>
  )
}

function Preview({ preview }: { readonly preview: ImportPreview }) {
  const figures = [
    { label: text.importFile.rows, value: preview.rows },
    { label: text.importFile.persons, value: preview.persons },
    { label: text.importFile.newPersons, value: preview.newPersons },
    { label: text.importFile.doses, value: preview.doses },
    { label: text.importFile.newDoses, value: preview.newDoses },
    { label: text.importFile.problemCount, value: preview.problemCount },
  ]
  return (
    <>
      <dl className={styles.figures}>
        {figures.map(({ label, value }) => (
          <div key={label} className={styles.figure}>
            <dt>{label}</dt>
            <dd>{formatCount(value)}</dd>
          </div>
        ))}
      </dl>
      {preview.problemCount > 0 ? <Problems preview={preview} /> : <Sample preview={preview} />}
    </>
  )
}

function Problems({ preview }: { readonly preview: ImportPreview }) {
  const { problems, problemCount } = preview
  const scroller = useRef<HTMLDivElement>(null)
  const lines = useVirtualizer({
    count: problems.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 32,
    overscan: 10,
  })
  return (
    <>
      <p role="alert" className={styles.problemWords}>
        <strong>{text.importFile.problems}</strong> ·{' '}
        {text.importFile.problemsShown(problems.length, problemCount)} · {text.importFile.problemsNote}
      </p>
      {/* biome-ignore lint/a11y/useSemanticElements: rows of a virtual list cannot be a table */}
      <div ref={scroller} className={styles.table} role="table" aria-label={text.importFile.problems}>
        <div className={styles.all} style={{ height: lines.getTotalSize() }}>
          {lines.getVirtualItems().map(line => {
            const problem = problems[line.index]
            if (!problem) return null
            return (
              // biome-ignore lint/a11y/useSemanticElements: as above
              // biome-ignore lint/a11y/useFocusableInteractive: a row is read, not used
              <div
                key={line.key}
                role="row"
                className={styles.problem}
                style={{ transform: `translateY(${line.start}px)` }}
              >
                <span>{problem.row === null ? '' : `${text.importFile.row} ${problem.row}`}</span>
                <span className={styles.column}>{problem.field}</span>
                <span>{sentenceOf(problem)}</span>
              </div>
            )
          })}
        </div>
      </div>
    </>
  )
}

function Sample({ preview }: { readonly preview: ImportPreview }) {
  return (
    <table className={styles.sample}>
      <caption>{text.importFile.sample}</caption>
      <thead>
        <tr>
          <th scope="col">{text.importFile.name}</th>
          <th scope="col">{text.importFile.birthDate}</th>
          <th scope="col">{text.importFile.dosesOf}</th>
        </tr>
      </thead>
      <tbody>
        {preview.sample.map(person => (
          <tr key={`${person.name} ${person.birthDate}`}>
            <td>{person.name}</td>
            <td>{isCalendarDay(person.birthDate) ? formatDay(person.birthDate) : person.birthDate}</td>
            <td>{person.doses}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function DoneWords({ done }: { readonly done: Done }) {
  const { persons, doses, skippedDoses } = done
  return (
    <p className={styles.done} role="status" data-testid="import-done">
      ✓ {text.importFile.done(formatCount(persons), formatCount(doses), formatCount(skippedDoses))}
    </p>
  )
}
