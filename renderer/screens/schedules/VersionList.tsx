import type { ScheduleVersionView } from '../../../src/contract/schedule-calls'
import { Chip } from '../../components/Chip'
import { formatCount, formatDay } from '../../components/format'
import { locale, text } from '../../text'
import styles from './Schedules.module.css'

/** The versions of the book, newest first: which is in force, since when, on what ground, and who stands for it. */
export function VersionList({ versions }: { readonly versions: readonly ScheduleVersionView[] }) {
  return (
    <ul className={styles.list}>
      {versions.map(version => (
        <li
          key={version.code}
          className={`${styles.version} ${version.isInForce ? styles.current : ''}`}
          data-testid={`version-${version.code}`}
        >
          <div className={styles.head}>
            <strong>{version.name[locale]}</strong>
            {version.isInForce && <Chip kind="due">{text.schedules.inForce}</Chip>}
            {version.kind === 'supplement' && <Chip kind="wait">{text.schedules.supplement}</Chip>}
            {version.fileId !== null && <Chip kind="ok">{text.schedules.ofProvince}</Chip>}
          </div>
          <span className={styles.soft}>
            {validityOf(version)} · {confirmationOf(version)}
          </span>
          <span className={styles.soft}>{version.legalBasis}</span>
        </li>
      ))}
    </ul>
  )
}

/** "từ 01/07/2026", "15/02/2026 – 30/06/2026". */
export function validityOf({ validFrom, validTo }: Pick<ScheduleVersionView, 'validFrom' | 'validTo'>) {
  return validTo === null
    ? text.schedules.from(formatDay(validFrom))
    : text.schedules.fromTo(formatDay(validFrom), formatDay(validTo))
}

/** Who stands for a version: a name, some of its rows, or nobody yet. */
export function confirmationOf({ confirmedBy, rows, confirmedRows }: ScheduleVersionView): string {
  if (confirmedBy !== null) return text.schedules.confirmed(confirmedBy)
  return confirmedRows > 0
    ? text.schedules.partlyConfirmed(formatCount(confirmedRows), formatCount(rows))
    : text.schedules.unconfirmed
}
