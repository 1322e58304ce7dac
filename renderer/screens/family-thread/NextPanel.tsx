import type { FamilyThread, ThreadChild, ThreadPerson, ThreadStep } from '../../../src/contract/thread-calls'
import { formatPhone } from '../../../src/domain/person/phone'
import { Chip } from '../../components/Chip'
import { formatDay } from '../../components/format'
import { Panel } from '../../components/Panel'
import { text } from '../../text'
import styles from './Thread.module.css'

const words = text.familyThread

/** What comes next for each member, and whom to call. */
export function NextPanel({ thread }: { readonly thread: FamilyThread }) {
  const people = [...(thread.mother ? [thread.mother] : []), ...thread.children.toReversed()]
  const waiting = people.filter(({ steps }) => steps.length > 0)
  return (
    <div className={styles.right}>
      <Panel title={words.next} scrolls padded className={styles.grows}>
        {waiting.length === 0 && <p className={styles.soft}>✓ {words.nothingNext}</p>}
        {waiting.map(person => (
          <StepsOf key={person.hit.personId} person={person} />
        ))}
      </Panel>
      <Panel title={words.phones} padded>
        <Phones thread={thread} />
      </Panel>
    </div>
  )
}

function StepsOf({ person }: { readonly person: ThreadPerson | ThreadChild }) {
  const twin = 'twin' in person ? person.twin : null
  return (
    <section className={styles.steps} data-testid="thread-steps">
      <h3>
        {person.hit.displayName}
        {twin !== null && <span className={styles.soft}> {text.birth.child(twin, 2)}</span>}
      </h3>
      <ul>
        {person.steps.map(step => (
          <li key={step.kind + (step.on ?? '') + step.labels.join()} className={styles.step}>
            <Chip kind={step.isLate ? 'late' : step.on === null ? 'due' : 'wait'}>{whenOf(step)}</Chip>
            <span>
              {words.steps[step.kind]}
              {isNamed(step) && `: ${step.labels.join(', ')}`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Labels of visits are codes; those of doses are words. */
function isNamed({ kind, labels }: ThreadStep): boolean {
  return (kind === 'dose' || kind === 'appointment') && labels.length > 0
}

function whenOf({ on, isLate }: ThreadStep): string {
  if (on === null) return isLate ? words.late : words.now
  return isLate ? `${words.late}, ${formatDay(on)}` : formatDay(on)
}

function Phones({ thread }: { readonly thread: FamilyThread }) {
  const { mother } = thread
  const own = mother?.hit.phone
    ? [{ name: mother.hit.displayName, relation: 'mother', phone: mother.hit.phone }]
    : []
  const all = [...own, ...thread.phones]
  if (all.length === 0) return <p className={styles.soft}>{words.noPhone}</p>
  return (
    <ul className={styles.phones} data-testid="thread-phones">
      {all.map(({ name, relation, phone }) => (
        <li key={phone}>
          <span>
            {(text.household.members as Readonly<Record<string, string>>)[relation]} {name}
          </span>
          <strong>{formatPhone(phone)}</strong>
        </li>
      ))}
    </ul>
  )
}
