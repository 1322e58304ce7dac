import { SegmentedControl } from '@mantine/core'
import type { ReportForm, ReportKey } from '../../../src/domain/report/report-form'
import { Kbd } from '../../components/Kbd'
import { Picker } from '../../components/Picker'
import { QuietButton } from '../../components/QuietButton'
import { useKeys } from '../../components/use-keys'
import { useAppState } from '../../frame/app-state'
import { text } from '../../text'
import { monthsOf, movedPeriod, periodDaysWords, periodWords, spannedPeriod } from './period-words'
import styles from './Reports.module.css'

type ChoicesProps = {
  readonly asked: ReportKey
  readonly form: ReportForm
  readonly onChange: (key: ReportKey) => void
}

/** Which period of the form is shown, how many months together, and by which place. */
export function ReportChoices(props: ChoicesProps) {
  const { asked, form } = props
  return (
    <search className={styles.filters} aria-label={text.report.view}>
      <Period {...props} />
      {form.period === 'month' && <Span {...props} />}
      {form.bases.length > 1 && <Basis {...props} />}
      <span className={styles.soft}>{text.report.basisHint[asked.basis]}</span>
    </search>
  )
}

function Period({ asked, form, onChange }: ChoicesProps) {
  const { today } = useAppState()
  const isMoving = form.period !== 'case'
  const to = (steps: number) => movedPeriod(asked.period, steps, today)
  const move = (steps: number) => {
    const period = to(steps)
    if (period !== null) onChange({ ...asked, period })
  }
  useKeys({ '-': () => move(-1), '+': () => move(1), '=': () => move(1) }, 'screen', isMoving)
  const words = (
    <strong
      className={styles.period}
      title={periodDaysWords(asked.period) ?? undefined}
      data-testid="report-period"
    >
      {periodWords(asked.period)}
    </strong>
  )
  if (!isMoving) return words
  return (
    <>
      <QuietButton isSmall hint="−" label={text.report.earlier} onPress={() => move(-1)}>
        ‹
      </QuietButton>
      {words}
      <QuietButton
        isSmall
        hint="+"
        label={text.report.later}
        isDisabled={to(1) === null}
        onPress={() => move(1)}
      >
        ›
      </QuietButton>
    </>
  )
}

/** Months that are put together. */
const spans = [1, 2, 3, 6, 9, 12] as const

function Span({ asked, onChange }: ChoicesProps) {
  return (
    <Picker
      label={text.report.spanLabel}
      isLabelHidden
      choices={spans.map(span => ({ value: String(span), label: text.report.span(span) }))}
      value={String(monthsOf(asked.period))}
      testId="report-span"
      onChange={span => onChange({ ...asked, period: spannedPeriod(asked.period, Number(span ?? 1)) })}
    />
  )
}

function Basis({ asked, form, onChange }: ChoicesProps) {
  const { bases } = form
  const other = bases[(bases.indexOf(asked.basis) + 1) % bases.length] ?? asked.basis
  useKeys({ v: () => onChange({ ...asked, basis: other }) })
  return (
    <>
      <Kbd>V</Kbd>
      <SegmentedControl
        aria-label={text.report.basisLabel}
        data-testid="report-basis"
        data={bases.map(basis => ({ value: basis, label: text.report.basis[basis] }))}
        value={asked.basis}
        onChange={value => onChange({ ...asked, basis: bases.find(it => it === value) ?? asked.basis })}
      />
    </>
  )
}
