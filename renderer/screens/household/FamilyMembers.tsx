import { useState } from 'react'
import {
  type FamilyMemberView,
  type FamilySuggestion,
  type FamilyView,
  getFamily,
  linkFamily,
  unlinkFamily,
} from '../../../src/contract/family-calls'
import type { PersonView } from '../../../src/contract/person-calls'
import { ErrorNotice } from '../../components/ErrorNotice'
import { formatAge, formatDay } from '../../components/format'
import { Panel } from '../../components/Panel'
import { QuietButton } from '../../components/QuietButton'
import { ReasonDialog } from '../../components/ReasonDialog'
import { ResidenceChip } from '../../components/ResidenceChip'
import { useKeys } from '../../components/use-keys'
import { useCallMutation } from '../../data/use-call-mutation'
import { useCallQuery } from '../../data/use-call-query'
import { useAppState } from '../../frame/app-state'
import { useNavigation } from '../../frame/navigation'
import { text } from '../../text'
import { RecordBirthButton } from '../birth/RecordBirthButton'
import { AddMember } from './AddMember'
import styles from './Household.module.css'

/** The household: who belongs to it, who may, and what the mother's doses say of the birth. */
export function FamilyMembers({ view }: { readonly view: PersonView }) {
  const { personId } = view
  const family = useCallQuery(getFamily, { personId })
  const link = useCallMutation(linkFamily)
  const [leaving, setLeaving] = useState<FamilyMemberView | null>(null)
  const { data } = family
  const join = (relativeId: string, relation: FamilySuggestion['relation']) =>
    void link.send({ personId, relativeId, relation, since: null })
  return (
    <Panel title={text.household.family} actions={<ThreadButton view={view} />} scrolls padded>
      {family.error && <ErrorNotice error={family.error} onRetry={family.retry} />}
      {link.error && <ErrorNotice error={link.error} />}
      {data?.members.length === 0 && <p className={styles.soft}>{text.household.nobody}</p>}
      {data?.members.map(member => (
        <Member key={member.hit.personId} member={member} onLeave={() => setLeaving(member)} />
      ))}
      {data && data.suggestions.length > 0 && (
        <>
          <p className={styles.label}>{text.household.suggestions}</p>
          {data.suggestions.map(one => (
            <Suggestion
              key={one.hit.personId + one.relation}
              suggestion={one}
              onLink={() => join(one.hit.personId, one.relation)}
            />
          ))}
        </>
      )}
      {data?.protection && <Protection protection={data.protection} />}
      <AddMember view={view} onAdd={join} />
      {leaving?.linkId && (
        <Leave linkId={leaving.linkId} name={leaving.hit.displayName} onClose={() => setLeaving(null)} />
      )}
    </Panel>
  )
}

/** The family on one thread, and a birth of a woman. */
function ThreadButton({ view }: { readonly view: PersonView }) {
  const { go } = useNavigation()
  const { personId, person } = view
  const open = () => go({ name: 'family-thread', personId })
  useKeys({ s: open })
  return (
    <>
      {person.kind === 'woman' && <RecordBirthButton motherId={personId} />}
      <QuietButton isSmall hint="S" onPress={open} testId="open-thread">
        {text.familyThread.open}
      </QuietButton>
    </>
  )
}

function Member({ member, onLeave }: { readonly member: FamilyMemberView; readonly onLeave: () => void }) {
  const { hit, relation, linkId, livesHere } = member
  return (
    <div className={styles.member} data-testid="family-member">
      <Who
        hit={hit}
        words={[
          text.household.members[relation],
          livesHere ? text.household.sameHouse : text.household.otherHouse,
        ]}
      />
      <ResidenceChip mark={hit.residence} isShort />
      {linkId && (
        <QuietButton isSmall onPress={onLeave}>
          {text.household.unlink}
        </QuietButton>
      )}
    </div>
  )
}

function Suggestion(props: { readonly suggestion: FamilySuggestion; readonly onLink: () => void }) {
  const { hit, relation, reasons } = props.suggestion
  const why =
    reasons.length === 0
      ? [text.household.sameParent]
      : reasons.map(reason => text.household.matchReasons[reason])
  return (
    <div className={styles.member} data-testid="family-suggestion">
      <Who hit={hit} words={why} />
      <QuietButton isSmall onPress={props.onLink}>
        {text.household.link(text.household.members[relation])}
      </QuietButton>
    </div>
  )
}

/** The name leads to the record; below it what tells people of one name apart. */
function Who(props: { readonly hit: FamilyMemberView['hit']; readonly words: readonly string[] }) {
  const { hit, words } = props
  const { today } = useAppState()
  const { go } = useNavigation()
  return (
    <div className={styles.who}>
      <button
        type="button"
        className={styles.name}
        aria-label={text.household.open(hit.displayName)}
        onClick={() => go({ name: 'person', personId: hit.personId, tab: 'family' })}
      >
        {hit.displayName}
      </button>
      <p className={styles.soft}>
        {[formatDay(hit.birthDate), formatAge(hit.birthDate, today), ...words].join(' · ')}
      </p>
    </div>
  )
}

function Protection({ protection }: { readonly protection: NonNullable<FamilyView['protection']> }) {
  const { isProtected, motherName, reason } = protection
  const words = text.household.protection
  const doses = reason.code === 'protected' ? reason.doses : 0
  return (
    <div className={styles.hint} data-testid="protected-at-birth">
      <p>
        <span aria-hidden="true">{isProtected ? '✓' : '▲'}</span>{' '}
        {isProtected ? words.yes(motherName, doses) : words.no(motherName)}
      </p>
      <p className={styles.soft}>{words.hint}</p>
    </div>
  )
}

function Leave(props: { readonly linkId: string; readonly name: string; readonly onClose: () => void }) {
  const { linkId, name, onClose } = props
  const unlink = useCallMutation(unlinkFamily)
  return (
    <ReasonDialog
      title={text.household.unlinkTitle(name)}
      action={text.household.unlink}
      error={unlink.error}
      isBusy={unlink.isSaving}
      onClose={onClose}
      onConfirm={reason => {
        void unlink.send({ linkId, until: null, reason }).then(answer => answer.ok && onClose())
      }}
    />
  )
}
