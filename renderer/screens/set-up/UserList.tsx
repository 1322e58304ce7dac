import { useState } from 'react'
import { addUser, setUserActive } from '../../../src/contract/point-calls'
import { Chip } from '../../components/Chip'
import { ErrorNotice } from '../../components/ErrorNotice'
import { QuietButton } from '../../components/QuietButton'
import { useKeys } from '../../components/use-keys'
import { useCallMutation } from '../../data/use-call-mutation'
import { useAppState } from '../../frame/app-state'
import { text } from '../../text'
import { emptyUser, type UserDraft } from '../start/start-draft'
import { UserFields } from '../start/UserFields'
import styles from './SetUp.module.css'

/** Who works here. Nobody is deleted: what they signed stays theirs. */
export function UserList() {
  const { users, signedIn } = useAppState()
  const [isAdding, setAdding] = useState(false)
  const activity = useCallMutation(setUserActive)
  const mayChange = signedIn?.role === 'head' || signedIn?.role === 'admin'
  if (isAdding) return <UserForm onClose={() => setAdding(false)} />
  return (
    <div className={styles.list}>
      {activity.error && <ErrorNotice error={activity.error} />}
      {users.map(user => (
        <div key={user.userId} className={styles.item}>
          <div className={styles.itemWords}>
            <strong>{user.name}</strong>
            <span className={styles.soft}>{text.frame.roles[user.role]}</span>
          </div>
          {!user.active && <Chip kind="wait">{text.setUp.inactive}</Chip>}
          {user.userId === signedIn?.userId && <Chip kind="info">{text.setUp.you}</Chip>}
          {mayChange && user.userId !== signedIn?.userId && (
            <QuietButton
              isSmall
              onPress={() => void activity.send({ userId: user.userId, active: !user.active })}
            >
              {user.active ? text.setUp.deactivate : text.setUp.activate}
            </QuietButton>
          )}
        </div>
      ))}
      {mayChange ? (
        <div className={styles.buttons}>
          <QuietButton isSmall onPress={() => setAdding(true)} testId="add-user">
            {`+ ${text.setUp.addUser}`}
          </QuietButton>
        </div>
      ) : (
        <p className={styles.soft}>{text.setUp.noPermission}</p>
      )}
    </div>
  )
}

function UserForm({ onClose }: { readonly onClose: () => void }) {
  const [user, setUser] = useState<UserDraft>({ ...emptyUser, role: 'vaccinator' })
  const adding = useCallMutation(addUser)
  useKeys({ Escape: onClose })
  const isReady = user.name.trim() !== '' && /^\d{4,12}$/u.test(user.pin) && user.pin === user.pinAgain
  async function add() {
    const answer = await adding.send({ name: user.name, role: user.role, pin: user.pin })
    if (answer.ok) onClose()
  }
  return (
    <div className={styles.list}>
      <UserFields user={user} isTried={false} onChange={setUser} />
      {adding.error && <ErrorNotice error={adding.error} />}
      <div className={styles.buttons}>
        <QuietButton onPress={onClose}>{text.common.cancel}</QuietButton>
        <QuietButton onPress={() => void add()} isDisabled={!isReady || adding.isSaving} testId="save-user">
          {text.setUp.saveUser}
        </QuietButton>
      </div>
    </div>
  )
}
