import type { AnaphylaxisCard, BandChoice } from '../../../src/domain/aefi/adrenaline'
import { locale, text } from '../../text'
import styles from './Emergency.module.css'

/** The table as the circular prints it. It never computes a dose: between two rows both are marked and the doctor decides. */
export function AdrenalineTable(props: { readonly card: AnaphylaxisCard; readonly choice: BandChoice }) {
  const { card, choice } = props
  const words = text.emergency
  const isMeant = (code: string) =>
    choice.state !== 'unknown' && choice.bands.some(band => band.code === code)
  return (
    <section>
      <p className={styles.ampoule}>{card.ampoule[locale]}</p>
      <p
        role="status"
        data-testid="adrenaline-state"
        className={choice.state === 'defined' ? styles.defined : styles.between}
      >
        {choice.state === 'defined' ? '✓' : '▲'} {words.states[choice.state]}
      </p>
      <table className={styles.adrenaline}>
        <thead>
          <tr>
            <th scope="col">{words.columns.patient}</th>
            <th scope="col">{words.columns.dose}</th>
            <th scope="col">{words.columns.ampoule}</th>
          </tr>
        </thead>
        <tbody>
          {card.bands.map(band => (
            <tr
              key={band.code}
              data-testid={isMeant(band.code) ? 'band-meant' : 'band'}
              className={isMeant(band.code) ? styles.meant : ''}
            >
              <th scope="row">
                {isMeant(band.code) && <span aria-hidden="true">➤ </span>}
                {band.patient[locale]}
              </th>
              <td className={styles.dose}>{band.dose[locale]}</td>
              <td>{band.ampoule[locale]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
