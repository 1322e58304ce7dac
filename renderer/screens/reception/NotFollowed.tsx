import { type ResidenceMark, recordResidence } from '../../../src/contract/residence-calls'
import { ErrorNotice } from '../../components/ErrorNotice'
import { QuietButton } from '../../components/QuietButton'
import { useKeys } from '../../components/use-keys'
import { useCallMutation } from '../../data/use-call-mutation'
import { useAppState } from '../../frame/app-state'
import { text } from '../../text'
import styles from './Reception.module.css'

/** Somebody who had left stands at the desk: a calm warning, and one key when they are back for good. */
export function NotFollowed(props: { readonly personId: string; readonly mark: ResidenceMark }) {
  const { personId, mark } = props
  const { today } = useAppState()
  const recording = useCallMutation(recordResidence)
  const canReturn = !mark.isFollowed && mark.state !== 'died'
  const back = () => {
    const words = { reason: text.household.backReason, otherPlace: null, note: null }
    void recording.send({ ...words, personId, state: 'resident', on: today, until: null })
  }
  useKeys({ 'Alt+b': back }, 'screen', canReturn)
  if (mark.isFollowed) return null
  return (
    <div role="note">
      <p className={styles.soft}>
        ▲ {mark.state === 'died' ? text.household.diedHere : text.household.notFollowedHere}
      </p>
      {recording.error && <ErrorNotice error={recording.error} />}
      {canReturn && (
        <QuietButton hint="Alt B" onPress={back} isDisabled={recording.isSaving} testId="back-again">
          {text.household.backAgain}
        </QuietButton>
      )}
    </div>
  )
}
