import { getVisit } from '../../../src/contract/visit-calls'
import { QuietButton } from '../../components/QuietButton'
import { useKeys } from '../../components/use-keys'
import { useCallQuery } from '../../data/use-call-query'
import { text } from '../../text'
import { codes } from '../../text/codes'
import { formatDecimal } from '../screening/checklist'
import styles from './Observation.module.css'

/** The adrenaline table as the circular prints it. It never computes a dose: between two bands the doctor decides. */
export function EmergencyCard(props: {
  readonly visitId: string | null
  readonly name: string
  readonly onClose: () => void
}) {
  const { visitId, name, onClose } = props
  const visit = useCallQuery(getVisit, { visitId: visitId ?? '' }, { isOn: visitId !== null })
  const weight = visit.data?.screening?.weightKg ?? null
  useKeys({ Escape: onClose, F8: onClose }, 'dialog')
  const { adrenaline } = codes
  const { emergencyColumns } = text.observation
  return (
    <section className={styles.emergency} role="alertdialog" aria-label={text.observation.emergencyTitle}>
      <header className={styles.emergencyHead}>
        <h2>{text.observation.emergencyTitle}</h2>
        <QuietButton hint="Esc" onPress={onClose}>
          {text.common.close}
        </QuietButton>
      </header>
      <p className={styles.emergencyNote}>▲ {adrenaline.note}</p>
      <p>
        {adrenaline.ampoule}
        {weight !== null && (
          <>
            {' · '}
            <b>{text.observation.weighed(name, formatDecimal(weight))}</b>
          </>
        )}
      </p>
      <table className={styles.adrenaline}>
        <thead>
          <tr>
            <th scope="col">{emergencyColumns.patient}</th>
            <th scope="col">{emergencyColumns.dose}</th>
            <th scope="col">{emergencyColumns.ampoule}</th>
          </tr>
        </thead>
        <tbody>
          {adrenaline.rows.map(row => (
            <tr key={row.patient}>
              <th scope="row">{row.patient}</th>
              <td className={styles.emergencyDose}>{row.dose}</td>
              <td>{row.ampoule}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <ol className={styles.emergencySteps}>
        {adrenaline.steps.map(step => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <p className={styles.soft}>{text.observation.source(adrenaline.source)}</p>
    </section>
  )
}
