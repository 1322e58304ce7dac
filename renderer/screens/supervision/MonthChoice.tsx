import type { Month } from '../../../src/domain/report/count-programme'
import { QuietButton } from '../../components/QuietButton'
import { text } from '../../text'
import { monthWords } from '../handbook/report-words'
import styles from './Supervision.module.css'

/** The month whose reports are looked at, and how to get to another one. */
export type ChosenMonth = {
  readonly period: Month
  readonly isNewest: boolean
  readonly onMove: (months: number) => void
}

export function MonthChoice({ month }: { readonly month: ChosenMonth }) {
  const { period, isNewest, onMove } = month
  return (
    <>
      <QuietButton isSmall hint="−" label={text.supervision.earlier} onPress={() => onMove(-1)}>
        ‹
      </QuietButton>
      <strong className={styles.month}>{text.supervision.month(monthWords(period))}</strong>
      <QuietButton
        isSmall
        hint="+"
        label={text.supervision.later}
        isDisabled={isNewest}
        onPress={() => onMove(1)}
      >
        ›
      </QuietButton>
    </>
  )
}
