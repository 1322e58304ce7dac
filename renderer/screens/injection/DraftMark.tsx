import styles from './DoseMatrix.module.css'
import { reasonText } from './reasons'

/** Discreet: no clinician has signed the row of the schedule behind this. The legend says so once, in words. */
export function DraftMark() {
  return (
    <span className={styles.draft} title={reasonText.unconfirmedRow} aria-hidden="true">
      °
    </span>
  )
}
