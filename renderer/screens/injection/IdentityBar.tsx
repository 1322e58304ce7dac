import type { PersonView } from '../../../src/contract/person-calls'
import type { AlikeView } from '../../../src/contract/safety-calls'
import { Chip } from '../../components/Chip'
import { ErrorNotice } from '../../components/ErrorNotice'
import { formatDay, formatTime } from '../../components/format'
import { QuietButton } from '../../components/QuietButton'
import { useKeys } from '../../components/use-keys'
import { text } from '../../text'
import styles from './IdentityBar.module.css'
import { type IdentityDesk, identifiers } from './use-identity'

/** Key and words of each identifier a parent says. */
const keys = { name: 'Alt+h', 'birth-date': 'Alt+s' } as const
const hints = { name: 'Alt H', 'birth-date': 'Alt S' } as const
const apartKey = 'Alt+p'

/** Whether the child who sits here is the one on the screen; who could be taken for them; and what settles it. */
export function IdentityBar(props: {
  readonly desk: IdentityDesk
  readonly person: PersonView
  readonly onOpenOther: (visitId: string) => void
}) {
  const { desk, person, onOpenOther } = props
  const { view, isConfirmed, error, otherVisitId } = desk
  const isAsking = view !== null && !isConfirmed
  useKeys(
    {
      [keys.name]: () => desk.say('name'),
      [keys['birth-date']]: () => desk.say('birth-date'),
      [apartKey]: () => (view !== null && view.alikes.length > 0 ? desk.tellApart() : false),
    },
    'screen',
    isAsking,
  )
  if (view === null) return null
  return (
    <section
      className={isConfirmed ? styles.settled : styles.asking}
      aria-label={text.injection.identity.title}
    >
      {view.confirmed ? (
        <Chip kind="ok">
          {text.injection.identity.confirmed[view.confirmed.how](
            formatTime(view.confirmed.at),
            view.confirmed.byName,
          )}
        </Chip>
      ) : (
        <Asking desk={desk} person={person} />
      )}
      {view.alikes.map(alike => (
        <Alike key={alike.personId} alike={alike} person={person} />
      ))}
      {isAsking && view.alikes.length > 0 && (
        <QuietButton
          isSmall
          hint="Alt P"
          isPressed={desk.hasToldApart}
          onPress={desk.tellApart}
          testId="told-apart"
        >
          {`${desk.hasToldApart ? '✓ ' : ''}${text.injection.identity.toldApart}`}
        </QuietButton>
      )}
      {error && (
        <div className={styles.error}>
          <ErrorNotice error={error} />
          {otherVisitId !== null && (
            <QuietButton isSmall onPress={() => onOpenOther(otherVisitId)} testId="open-other">
              {text.injection.identity.openOther(String(error.problems[0]?.params.name ?? ''))}
            </QuietButton>
          )}
        </div>
      )}
    </section>
  )
}

function Asking({ desk, person }: { readonly desk: IdentityDesk; readonly person: PersonView }) {
  const answers = {
    name: person.displayName,
    'birth-date': formatDay(person.person.birthDate),
  }
  return (
    <div className={styles.ask}>
      <strong className={styles.question}>▲ {text.injection.identity.ask}</strong>
      {identifiers.map(each => {
        const isSaid = desk.said.includes(each)
        return (
          <QuietButton
            key={each}
            isSmall
            hint={hints[each]}
            isPressed={isSaid}
            onPress={() => desk.say(each)}
            testId={`said-${each}`}
          >
            {`${isSaid ? '✓ ' : ''}${text.injection.identity.said[each](answers[each])}`}
          </QuietButton>
        )
      })}
    </div>
  )
}

/** Somebody who could be taken for this child: what differs stands first. */
function Alike({ alike, person }: { readonly alike: AlikeView; readonly person: PersonView }) {
  const { identity } = text.injection
  const mother = person.person.relatives.find(({ relation }) => relation === 'mother')?.name ?? '–'
  const sides = {
    name: [person.displayName, alike.displayName],
    birthDate: [formatDay(person.person.birthDate), formatDay(alike.birthDate)],
    sex: [text.common.sex[person.person.sex], text.common.sex[alike.sex]],
    mother: [mother, alike.motherName ?? '–'],
    hamlet: [person.person.addresses.current?.hamlet ?? '–', alike.hamlet ?? '–'],
  } as const
  return (
    <p className={styles.alike} role="alert">
      <b>
        ▲ {identity.alike(alike.displayName, alike.ticket)} · {identity.alikeWhy[alike.why]}
      </b>
      {alike.differs.map(field => (
        <span key={field} className={styles.difference}>
          {identity.field[field]}: <b>{sides[field][0]}</b> ≠ {sides[field][1]}
        </span>
      ))}
      {alike.differs.length === 0 && <span className={styles.difference}>{identity.nothingDiffers}</span>}
    </p>
  )
}
