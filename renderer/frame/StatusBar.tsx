import { useState } from 'react'
import { listJobs } from '../../src/contract/job-calls'
import { listPrinters, type PrinterFields } from '../../src/contract/print-calls'
import { listSchedules } from '../../src/contract/schedule-calls'
import { type Instant, vietnamTimeOf } from '../../src/domain/calendar/calendar-day'
import { chime, chooseChime, isChimeOn } from '../components/chime'
import { Kbd } from '../components/Kbd'
import { useCallQuery } from '../data/use-call-query'
import { text } from '../text'
import { KitSign } from './AfterChips'
import { useAppState } from './app-state'
import { reportDifficulty } from './difficulty-call'
import { FridgeSign } from './FridgeSign'
import { useNavigation } from './navigation'
import { PrintSign } from './PrintSign'
import { Sign } from './Sign'
import styles from './StatusBar.module.css'

const printerRoles: readonly PrinterFields['role'][] = ['label', 'slip', 'page']

/** Printers and backup in words with a dot; help; which point and PC this is. */
export function StatusBar({ onHelp }: { readonly onHelp: () => void }) {
  const { point, station, version, backupAt } = useAppState()
  const { data } = useCallQuery(listPrinters, {}, { everyMs: 30_000 })
  const roles = printerRoles.filter(role => data?.printers.some(printer => printer.role === role))
  return (
    <footer className={styles.bar}>
      {data && roles.length === 0 && <Sign isGood={false}>{text.frame.printers.none}</Sign>}
      <PrintSign roles={roles} />
      <FridgeSign />
      <Sign isGood={backupAt !== null}>
        {backupAt === null ? text.frame.noBackup : text.frame.backup(vietnamTimeOf(backupAt as Instant))}
      </Sign>
      <ScheduleTrouble />
      <WritingSign />
      <KitSign />
      <TimerBell />
      <div className={styles.right}>
        <button
          type="button"
          className={styles.help}
          data-testid="begin-difficulty"
          onClick={reportDifficulty}
        >
          <Kbd>Alt K</Kbd> {text.difficulty.report}
        </button>
        <button type="button" className={styles.help} onClick={onHelp}>
          <Kbd>F1</Kbd> {text.frame.help}
        </button>
        <button type="button" className={styles.help} onClick={onHelp}>
          <Kbd>?</Kbd> {text.frame.shortcuts}
        </button>
        <span className={styles.station}>
          {text.frame.station(point?.name ?? '', station?.name ?? '', version)}
        </span>
      </div>
    </footer>
  )
}

/** A province's schedule file that cannot be used: the station goes on without it, and says so until somebody looks. */
function ScheduleTrouble() {
  const { data } = useCallQuery(listSchedules, {})
  const { go } = useNavigation()
  if (!data?.files.some(({ state }) => state === 'refused')) return null
  return (
    <button
      type="button"
      className={styles.help}
      data-testid="schedule-trouble"
      onClick={() => go({ name: 'schedules' })}
    >
      <span aria-hidden="true">▲</span> {text.schedules.refusedShort}
    </button>
  )
}

/** A list is being written: what is saved now waits until all of it is there. */
function WritingSign() {
  const { data } = useCallQuery(listJobs, {})
  const isWriting = data?.some(({ name, state }) => name === 'import.write' && state === 'running')
  if (!isWriting) return null
  return (
    <span className={styles.sign} role="status" data-testid="import-writing">
      <span aria-hidden="true">▲</span> {text.importFile.writingShort}
    </span>
  )
}

/** The bell of the timers, on or off for this PC. */
function TimerBell() {
  const [isOn, setOn] = useState(() => isChimeOn('timer-chime'))
  function toggle() {
    chooseChime('timer-chime', !isOn)
    setOn(!isOn)
    if (!isOn) chime('timer-chime')
  }
  return (
    <button
      type="button"
      className={styles.help}
      aria-pressed={isOn}
      title={text.queue.bellHint}
      data-testid="timer-bell"
      onClick={toggle}
    >
      <span aria-hidden="true">{isOn ? '♪' : '○'}</span> {isOn ? text.queue.bellOn : text.queue.bellOff}
    </button>
  )
}
