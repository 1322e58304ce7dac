import type { TransferReading } from '../../../src/contract/transfer-calls'
import type { CalendarDay } from '../../../src/domain/calendar/calendar-day'
import { writtenDate } from '../../../src/domain/immunization/dose-date'
import { text } from '../../text'
import styles from './Household.module.css'

type Doses = Extract<TransferReading, { readonly status: 'whole' }>['doses']

/** The doses of a slip as its paper has them. */
export function TransferDoses({ doses }: { readonly doses: Doses }) {
  if (doses.length === 0) return null
  return (
    <table className={styles.doses}>
      <thead>
        <tr>
          <th scope="col">{text.register.vaccine}</th>
          <th scope="col">{text.register.givenOn}</th>
          <th scope="col">{text.register.lot}</th>
          <th scope="col">{text.register.placeName}</th>
        </tr>
      </thead>
      <tbody>
        {doses.map((dose, index) => (
          <tr key={keyOf(dose, index)}>
            <td>{dose.vaccineName}</td>
            <td>{writtenDate(dose)}</td>
            <td>{dose.lotNumber}</td>
            <td>{dose.placeName}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** The same product may stand twice for one month. */
function keyOf(dose: { readonly vaccineCode: string; readonly givenOn: CalendarDay }, index: number): string {
  return `${dose.vaccineCode} ${dose.givenOn} ${index}`
}
