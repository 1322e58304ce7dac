import { locale, text } from '../../text'
import { CurveChart } from './CurveChart'
import styles from './Indicators.module.css'
import type { PictureProps } from './opened'
import { doseLabel } from './share-words'

/** When children come to their doses: one picture for each group of vaccines. */
export function TimingTab({ data, onOpen }: PictureProps) {
  const { panels } = data.pictures
  return (
    <>
      <p className={styles.soft}>{text.indicators.timingRule}</p>
      <div className={styles.cards}>
        {panels.map(({ id, untilMonths, curves }) => (
          <CurveChart
            key={id}
            label={data.rules.panels.find(panel => panel.id === id)?.label[locale] ?? id}
            curves={curves}
            untilMonths={untilMonths}
            doseLabel={doseId => doseLabel(data, doseId)}
            onOpen={(doseId, ageDays, label) =>
              onOpen({ measure: { kind: 'by-age', doseId, ageDays }, bornIn: null, label })
            }
          />
        ))}
      </div>
    </>
  )
}
