import type { PersonHit } from '../../src/contract/person-calls'
import type { CalendarDay } from '../../src/domain/calendar/calendar-day'
import { formatPhone } from '../../src/domain/person/phone'
import { text } from '../text'
import { Avatar } from './Avatar'
import { formatAge, formatDay } from './format'
import { Highlighted } from './Highlighted'
import styles from './PersonLine.module.css'
import { ResidenceChip } from './ResidenceChip'

/** One person in a list: what tells two people with the same name apart, at a glance. `end` is the last column. */
export function PersonLine(props: {
  readonly hit: PersonHit
  readonly today: CalendarDay
  readonly end?: React.ReactNode
}) {
  const { hit, today, end } = props
  const place = [hit.communeName, hit.provinceName].filter(Boolean).join(', ')
  return (
    <div className={styles.line}>
      <Avatar name={hit.displayName} />
      <div className={styles.cell}>
        <div className={styles.name}>
          <Highlighted text={hit.displayName} ranges={hit.highlights} />{' '}
          <ResidenceChip mark={hit.residence} isShort />
        </div>
        <div className={styles.soft}>{contactOf(hit)}</div>
      </div>
      <div className={styles.cell}>
        <div>{formatDay(hit.birthDate)}</div>
        <div className={styles.soft}>{formatAge(hit.birthDate, today)}</div>
      </div>
      <div className={styles.cell}>
        <div className={styles.cut}>{hit.hamlet ?? ' '}</div>
        <div className={styles.soft}>{place}</div>
      </div>
      <div className={styles.end}>{end}</div>
    </div>
  )
}

/** "Mẹ Trần Thị Phượng · 0912 345 678", as far as it is known. */
export function contactOf(hit: Pick<PersonHit, 'contact' | 'phone'>): string {
  const contact = hit.contact && `${text.common.relation[hit.contact.relation]} ${hit.contact.name}`
  return [contact, hit.phone && formatPhone(hit.phone)].filter(Boolean).join(' · ')
}
