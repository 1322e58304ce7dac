import { useState } from 'react'
import type { CallError } from '../../../src/contract/errors'
import { openCallScreen, setWaitLimit } from '../../../src/contract/queue-calls'
import { call } from '../../api'
import { chime, chooseChime, isChimeOn } from '../../components/chime'
import { ErrorNotice } from '../../components/ErrorNotice'
import { QuietButton } from '../../components/QuietButton'
import { ExportButton } from '../../data/ExportButton'
import { useCallMutation } from '../../data/use-call-mutation'
import { useAppState } from '../../frame/app-state'
import { useNavigation } from '../../frame/navigation'
import { text } from '../../text'
import styles from './BoardTools.module.css'

const limits = [10, 15, 20, 30, 45, 60, 90]

/** What belongs to the queue as a whole: the screen on the wall, its bell, what a long wait is, the close of the day. */
export function BoardTools({ waitLimitMinutes }: { readonly waitLimitMinutes: number }) {
  const { go } = useNavigation()
  const [opened, setOpened] = useState<string | null>(null)
  const [error, setError] = useState<CallError | null>(null)
  async function open() {
    const answer = await call(openCallScreen, {})
    setError(answer.ok ? null : answer.error)
    if (!answer.ok) setOpened(null)
    else setOpened(answer.value.onSecond ? text.queue.callScreenSecond : text.queue.callScreenHere)
  }
  return (
    <div className={styles.tools}>
      <QuietButton isSmall onPress={() => void open()} testId="open-call-screen">
        {text.queue.callScreen}
      </QuietButton>
      <CallBell />
      <WaitLimit minutes={waitLimitMinutes} />
      <span className={styles.said} role="status">
        {opened}
      </span>
      {error && <ErrorNotice error={error} />}
      <ExportButton of={{ list: 'board', on: null }} testId="export-board" />
      <QuietButton isSmall onPress={() => go({ name: 'close-day' })} testId="open-close-day">
        {text.closeDay.title}
      </QuietButton>
    </div>
  )
}

function CallBell() {
  const [isOn, setOn] = useState(() => isChimeOn('call-chime'))
  function toggle() {
    chooseChime('call-chime', !isOn)
    setOn(!isOn)
    if (!isOn) chime('call-chime')
  }
  return (
    <QuietButton isSmall isPressed={isOn} onPress={toggle}>
      {isOn ? text.queue.callBellOn : text.queue.callBellOff}
    </QuietButton>
  )
}

function WaitLimit({ minutes }: { readonly minutes: number }) {
  const { signedIn } = useAppState()
  const save = useCallMutation(setWaitLimit)
  const mayChoose = signedIn?.role === 'head' || signedIn?.role === 'admin'
  const choices = limits.includes(minutes) ? limits : [...limits, minutes].toSorted((a, b) => a - b)
  return (
    <label className={styles.limit}>
      {text.queue.waitLimit}
      <select
        className={styles.select}
        value={minutes}
        disabled={!mayChoose || save.isSaving}
        data-testid="wait-limit"
        onChange={event => void save.send({ minutes: Number(event.currentTarget.value) })}
      >
        {choices.map(choice => (
          <option key={choice} value={choice}>
            {choice}
          </option>
        ))}
      </select>
      {text.queue.waitLimitUnit}
      {save.error && <ErrorNotice error={save.error} />}
    </label>
  )
}
