import type { ReactNode } from 'react'
import type { PersonView } from '../../../src/contract/person-calls'
import type { CalendarDay } from '../../../src/domain/calendar/calendar-day'
import { isAlertActive } from '../../../src/domain/person/alerts'
import { formatPhone } from '../../../src/domain/person/phone'
import { Avatar } from '../../components/Avatar'
import { Chip } from '../../components/Chip'
import { formatAge, formatCode, formatDay } from '../../components/format'
import { ResidenceChip } from '../../components/ResidenceChip'
import { text } from '../../text'
import styles from './IdentityStrip.module.css'

/** Who this is, so that nobody treats the wrong child: name, age, code, mother, place, alerts. */
export function IdentityStrip(props: {
  readonly view: PersonView
  readonly today: CalendarDay
  readonly children?: ReactNode
}) {
  const { view, today, children } = props
  const { person, displayName } = view
  const contact = person.relatives[0] ?? null
  const phone = contact?.phone ?? person.phone
  const alerts = person.alerts.filter(alert => isAlertActive(alert, today))
  return (
    <section className={styles.strip} aria-label={displayName} data-testid="identity">
      <Avatar name={displayName} size="large" />
      <div className={styles.words}>
        <p className={styles.top}>
          <strong className={styles.name} title={displayName}>
            {displayName.toLocaleUpperCase('vi')}
          </strong>
          <span className={styles.soft}>
            {[
              text.common.sex[person.sex],
              formatAge(person.birthDate, today),
              text.common.born(formatDay(person.birthDate)),
            ].join(' · ')}
          </span>
        </p>
        <p className={styles.line}>
          {view.personCode && <span>{text.common.code(formatCode(view.personCode))}</span>}
          {contact && (
            <span>
              {text.common.relation[contact.relation]} <b>{contact.name}</b>
              {contact.birthYear !== null && ` ${contact.birthYear}`}
              {phone && ` · ${formatPhone(phone)}`}
            </span>
          )}
          {!contact && phone && <span>{formatPhone(phone)}</span>}
          {view.addressLine && <span>{view.addressLine}</span>}
        </p>
      </div>
      <div className={styles.end}>
        <ResidenceChip mark={view.residence} />
        {alerts.map(alert => (
          <Chip
            key={`${alert.code}:${alert.notedOn}:${alert.note}`}
            kind="late"
            title={alert.note ?? text.common.alerts[alert.code]}
          >
            {text.common.alerts[alert.code]}
          </Chip>
        ))}
        {person.protectedAtBirth === true && <Chip kind="ok">{text.common.protectedAtBirth}</Chip>}
        {children}
      </div>
    </section>
  )
}
