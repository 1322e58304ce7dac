import { IconBabyCarriage } from '@tabler/icons-react'
import type { ThreadBirth, ThreadChild, ThreadPregnancy } from '../../../src/contract/thread-calls'
import { Chip } from '../../components/Chip'
import { formatDay } from '../../components/format'
import { QuietButton } from '../../components/QuietButton'
import { useNavigation } from '../../frame/navigation'
import { text } from '../../text'
import styles from './Thread.module.css'
import { ChildCard, OpenPregnancies, pregnancyFacts } from './ThreadParts'

const words = text.familyThread

/** A birth with the pregnancy it ended and the children it brought. */
export function ThreadBirthRow(props: {
  readonly birth: ThreadBirth
  readonly pregnancy: ThreadPregnancy | null
  readonly born: readonly ThreadChild[]
}) {
  const { birth, pregnancy, born } = props
  const { go } = useNavigation()
  const { birthId, personId: motherId } = birth
  const lost = birth.children.filter(({ alive }) => !alive)
  return (
    <article className={styles.knot} data-testid="thread-birth">
      <span className={`${styles.dot} ${styles.childDot}`} aria-hidden="true">
        <IconBabyCarriage size={16} />
      </span>
      <div className={styles.birth}>
        <div className={styles.head}>
          <strong>
            {words.birth} {formatDay(birth.bornOn)}
          </strong>
          {birth.children.length > 1 && <Chip kind="info">{words.children(birth.children.length)}</Chip>}
          <span className={styles.soft}>{birthFacts(birth)}</span>
          <span className={styles.push} />
          {pregnancy && <OpenPregnancies motherId={motherId} />}
          <QuietButton isSmall onPress={() => go({ name: 'postnatal', birthId })} testId="thread-visits">
            {words.visitsAfter}
          </QuietButton>
          <QuietButton
            isSmall
            onPress={() => go({ name: 'birth', motherId, birthId })}
            testId="thread-correct"
          >
            {words.correctBirth}
          </QuietButton>
        </div>
        {pregnancy && (
          <p className={styles.soft}>
            {words.pregnancy}: {pregnancyFacts({ ...pregnancy, endedOn: null })}
          </p>
        )}
        <div className={styles.children}>
          {born.map(child => (
            <ChildCard key={child.hit.personId} child={child} motherId={motherId} />
          ))}
          {lost.map(({ newbornId }) => (
            <p key={newbornId} className={styles.lost}>
              {words.stillborn}
            </p>
          ))}
        </div>
      </div>
    </article>
  )
}

function birthFacts(birth: ThreadBirth): string {
  const { gestationWeeks, gestationDays, placeName, place, mode } = birth
  return [
    gestationWeeks === null ? null : words.weeks(gestationWeeks, gestationDays ?? 0),
    placeName ?? text.birth.places[place],
    text.birth.modes[mode],
  ]
    .filter(Boolean)
    .join(' · ')
}
