import type { Indicators } from '../../../src/contract/indicator-calls'
import type { Sourced } from '../../../src/domain/report/handbook-programme'
import { text } from '../../text'
import styles from './Indicators.module.css'
import { MonthBars } from './MonthBars'
import { firstOf, type OpenedMark, type PictureProps } from './opened'
import { ShareBar } from './ShareBar'
import { StackedMonths } from './StackedMonths'
import { aimOf, measureLabel } from './share-words'
import { Unverified } from './Unverified'

/** Who dropped out, who never came, and how the birth dose was given, by month of birth. */
export function GapsTab({ data, onOpen }: PictureProps) {
  const { rules, pictures } = data
  return (
    <>
      <section className={styles.section}>
        <h2 className={styles.title}>
          {text.indicators.birthDose} <Unverified of={rules.birthDose} />
        </h2>
        <p className={styles.soft}>{text.indicators.birthRule}</p>
        <BirthDose data={data} onOpen={onOpen} />
      </section>
      <section className={styles.section}>
        <h2 className={styles.title}>{text.indicators.dropOuts}</h2>
        <p className={styles.soft}>{text.indicators.dropOutRule}</p>
        <div className={styles.cards}>
          {pictures.dropOuts.map(part => (
            <Gap
              key={measureLabel(data, part.whole.measure)}
              data={data}
              part={part}
              of={rules.dropOuts.find(({ id }) => isRule(part.whole.measure, id)) ?? null}
              onOpen={onOpen}
            />
          ))}
        </div>
      </section>
      <section className={styles.section}>
        <h2 className={styles.title}>{text.indicators.zeroDose}</h2>
        <p className={styles.soft}>{text.indicators.zeroRule}</p>
        <div className={styles.cards}>
          <Gap data={data} part={pictures.zeroDose} of={rules.zeroDose} onOpen={onOpen} />
        </div>
      </section>
    </>
  )
}

type Part = Indicators['pictures']['zeroDose']

function isRule(measure: Part['whole']['measure'], id: string): boolean {
  return measure.kind === 'drop-out' && measure.dropOutId === id
}

function Gap(props: {
  readonly data: Indicators
  readonly part: Part
  readonly of: Sourced | null
  readonly onOpen: (mark: OpenedMark) => void
}) {
  const { data, part, of, onOpen } = props
  const { measure } = part.whole
  const label = measureLabel(data, measure)
  const aim = aimOf(data, measure)
  const open = (bornIn: OpenedMark['bornIn']) => onOpen({ measure, bornIn, label })
  return (
    <section className={styles.card} aria-label={label}>
      <h3 className={styles.cardHead}>
        {label} {of && <Unverified of={of} />}
      </h3>
      <Whole label={label} part={part} aim={aim} onOpen={() => open(null)} />
      <MonthBars label={label} months={data.months} shares={part.byMonth.months} aim={aim} onOpen={open} />
    </section>
  )
}

function Whole(props: {
  readonly label: string
  readonly part: Part
  readonly aim: ReturnType<typeof aimOf>
  readonly onOpen: () => void
}) {
  return (
    <div className={styles.narrow}>
      <ShareBar label={props.label} share={props.part.whole} aim={props.aim} onOpen={props.onOpen} />
    </div>
  )
}

const patterns = { 'in-time': 0, late: 2, unknown: 1, none: 3 } as const

function BirthDose({ data, onOpen }: PictureProps) {
  const { birthDose } = data.pictures
  const inTime = birthDose[0]
  const label = text.indicators.birthDose
  return (
    <>
      {inTime && (
        <div className={styles.bars}>
          <ShareBar
            label={text.indicators.answers['in-time']}
            share={inTime.whole}
            aim={aimOf(data, inTime.whole.measure)}
            onOpen={() =>
              onOpen({ measure: inTime.whole.measure, bornIn: null, label, first: firstOf(inTime.whole) })
            }
          />
        </div>
      )}
      <div className={styles.wide}>
        <StackedMonths
          label={label}
          months={data.months}
          monthLabel={text.indicators.month}
          parts={birthDose.flatMap(({ whole: { measure }, byMonth }) =>
            measure.kind === 'birth-dose'
              ? [
                  {
                    key: measure.answer,
                    label: text.indicators.answers[measure.answer],
                    pattern: patterns[measure.answer],
                    counts: byMonth.months.map(({ counted }) => counted),
                    onOpenAll: () => onOpen({ measure, bornIn: null, label: measureLabel(data, measure) }),
                    onOpen: month => onOpen({ measure, bornIn: month, label: measureLabel(data, measure) }),
                  },
                ]
              : [],
          )}
        />
      </div>
    </>
  )
}
