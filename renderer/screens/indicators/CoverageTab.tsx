import { text } from '../../text'
import styles from './Indicators.module.css'
import { firstOf, type PictureProps } from './opened'
import { ShareBar } from './ShareBar'
import { aimOf, antigenLabel, measureLabel } from './share-words'
import { Unverified } from './Unverified'

/** Fully immunised children, and how many of a cohort have each dose, against its target. */
export function CoverageTab({ data, onOpen }: PictureProps) {
  const { pictures, rules } = data
  const { fullyImmunised, coverage } = pictures
  const doses = rules.fullyImmunised.needs
    .map(({ antigen, doses: count }) => text.indicators.need(antigenLabel(data, antigen), count))
    .join(', ')
  const bar = (share: (typeof coverage)[number]) => {
    const label = measureLabel(data, share.measure)
    return (
      <ShareBar
        key={label}
        label={label}
        share={share}
        aim={aimOf(data, share.measure)}
        onOpen={() => onOpen({ measure: share.measure, bornIn: null, label, first: firstOf(share) })}
      />
    )
  }
  return (
    <>
      <section className={styles.section}>
        <h2 className={styles.title}>
          {text.indicators.fullyImmunised} <Unverified of={rules.fullyImmunised} />
        </h2>
        <p className={styles.soft}>{text.indicators.fullyRule(doses)}</p>
        <div className={styles.bars}>{bar(fullyImmunised)}</div>
      </section>
      <section className={styles.section}>
        <h2 className={styles.title}>
          {text.indicators.coverageTitle} <Unverified of={data.doses[0] ?? rules.fullyImmunised} />
        </h2>
        <p className={styles.soft}>{text.indicators.coverageRule}</p>
        <div className={styles.bars}>{coverage.map(bar)}</div>
      </section>
    </>
  )
}
