import type { CalendarDay } from '../../src/domain/calendar/calendar-day'
import { isAlertActive } from '../../src/domain/person/alerts'
import type { Person } from '../../src/domain/person/person'
import { text } from '../text'
import { Chip, type ChipKind } from './Chip'

/** Alerts that forbid something are red; the others ask for caution. */
const kindOf: Readonly<Record<Person['alerts'][number]['code'], ChipKind>> = {
  anaphylaxis: 'wrong',
  'severe-reaction': 'wrong',
  intussusception: 'wrong',
  immunodeficiency: 'wrong',
  'mother-hbsag-positive': 'late',
  'mother-hiv': 'late',
  pregnant: 'late',
  breastfeeding: 'late',
  'tetanus-high-risk-area': 'info',
  'rabies-exposure': 'wrong',
  'rabies-exposure-id': 'wrong',
  allergy: 'late',
  'chronic-disease': 'late',
  preterm: 'late',
  other: 'info',
}

/** What everybody who meets this person must see. */
export function PersonAlerts(props: {
  readonly person: Pick<Person, 'alerts' | 'protectedAtBirth'>
  readonly on: CalendarDay
}) {
  const { person, on } = props
  const alerts = person.alerts.filter(alert => isAlertActive(alert, on))
  return (
    <>
      {alerts.map(alert => (
        <Chip key={`${alert.code}${alert.note}`} kind={kindOf[alert.code]} title={alert.note ?? ''}>
          {alert.code === 'other' && alert.note ? alert.note : text.common.alerts[alert.code]}
        </Chip>
      ))}
      {person.protectedAtBirth !== null && (
        <Chip kind={person.protectedAtBirth ? 'ok' : 'late'}>
          {person.protectedAtBirth ? text.common.protectedAtBirth : text.common.notProtectedAtBirth}
        </Chip>
      )}
    </>
  )
}
