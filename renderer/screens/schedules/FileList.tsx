import type { ScheduleFileView } from '../../../src/contract/schedule-calls'
import { Chip, type ChipKind } from '../../components/Chip'
import { formatMoment } from '../../components/format'
import { QuietButton } from '../../components/QuietButton'
import { sentenceOf } from '../../components/sentences'
import { text } from '../../text'
import styles from './Schedules.module.css'

const chips: Readonly<Record<ScheduleFileView['state'], ChipKind>> = {
  'in-use': 'ok',
  replaced: 'wait',
  withdrawn: 'wait',
  refused: 'wrong',
}

/** Every file the point was given: who applied or withdrew it, when, why, and whether it can still be used. */
export function FileList(props: {
  readonly files: readonly ScheduleFileView[]
  readonly mayChange: boolean
  readonly onWithdraw: (fileId: string) => void
}) {
  const { files, mayChange, onWithdraw } = props
  if (files.length === 0) return <p className={styles.soft}>{text.schedules.noFiles}</p>
  return (
    <ul className={styles.list}>
      {files.map(file => (
        <li key={file.fileId} className={styles.file} data-testid="schedule-file">
          <div className={styles.head}>
            <strong className={styles.fileName}>{file.fileName}</strong>
            <Chip kind={chips[file.state]}>{text.schedules.states[file.state]}</Chip>
            {mayChange && file.state !== 'withdrawn' && (
              <QuietButton isSmall testId="withdraw-file" onPress={() => onWithdraw(file.fileId)}>
                {text.schedules.withdraw}
              </QuietButton>
            )}
          </div>
          <span className={styles.soft}>
            {file.code} · {text.schedules.by(file.byName, formatMoment(file.changedAt))}
          </span>
          <span className={styles.soft}>{text.schedules.reasonIs(file.reason)}</span>
          {file.state === 'refused' && <Refused file={file} />}
        </li>
      ))}
    </ul>
  )
}

function Refused({ file }: { readonly file: ScheduleFileView }) {
  return (
    <div role="alert" className={styles.refused}>
      <p>{text.schedules.refusedNote}</p>
      <ul>
        {file.problems.map(problem => (
          <li key={`${problem.field} ${problem.code}`}>{sentenceOf(problem)}</li>
        ))}
      </ul>
    </div>
  )
}
