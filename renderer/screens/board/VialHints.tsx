import { useEffect, useState } from 'react'
import { adviseVials, giveNextSession, type VialCall, type VialHint } from '../../../src/contract/plan-calls'
import { formatPhone } from '../../../src/domain/person/phone'
import { ErrorNotice } from '../../components/ErrorNotice'
import { formatAgeShort, formatCount, formatDayShort } from '../../components/format'
import { QuietButton } from '../../components/QuietButton'
import { VialAction, whyOfVial } from '../../components/VialWhy'
import { useCallMutation } from '../../data/use-call-mutation'
import { useCallQuery } from '../../data/use-call-query'
import { useAppState } from '../../frame/app-state'
import { text } from '../../text'
import styles from './VialHints.module.css'

/** The answer changes as time passes: whoever has not come by now comes less likely. */
const askedAgainMs = 60_000
/** So many families are shown to call; the list of the plan has all. */
const mostCalls = 6

/** The vial question of the day: which multi-dose vials to open now, whom to wait for, whom to call, and why. */
export function VialHints() {
  const read = useCallQuery(adviseVials, {}, { keep: true })
  const { retry } = read
  useEffect(() => {
    const timer = setInterval(retry, askedAgainMs)
    return () => clearInterval(timer)
  }, [retry])
  const hints = (read.data ?? []).filter(
    ({ present, advice }) => present.length > 0 || advice.action === 'call',
  )
  if (read.error) return <ErrorNotice error={read.error} onRetry={read.retry} />
  if (hints.length === 0) return null
  return (
    <section className={styles.hints} aria-label={text.vials.title} data-testid="vial-hints">
      {hints.map(hint => (
        <Hint key={hint.vaccineCode} hint={hint} />
      ))}
    </section>
  )
}

function Hint({ hint }: { readonly hint: VialHint }) {
  const [isOpen, setOpen] = useState(false)
  const { advice, present, openDoses, dosesPerVial, call } = hint
  const here = [
    present.length > 0 && text.vials.present(present.length),
    openDoses > 0 && text.vials.openDoses(openDoses),
  ]
  return (
    <div className={styles.hint} data-testid="vial-hint">
      <b>{hint.shortName}</b>
      <VialAction hint={hint} />
      <span>{whyOfVial(hint)}</span>
      <span className={styles.soft}>
        {here.filter(Boolean).join(' · ')}
        {advice.action === 'open-now' &&
          ` · ${text.vials.waste(formatCount(Math.round(advice.wasteIfOpened)), dosesPerVial)}`}
      </span>
      {advice.action === 'next-session' && <GiveNext hint={hint} />}
      {call.length > 0 && (
        <QuietButton isSmall isPressed={isOpen} testId="vial-calls" onPress={() => setOpen(!isOpen)}>
          {`${text.vials.toCall} (${call.length})`}
        </QuietButton>
      )}
      {isOpen && <Calls call={call} />}
    </div>
  )
}

function Calls({ call }: { readonly call: readonly VialCall[] }) {
  const { today } = useAppState()
  return (
    <ul className={styles.calls}>
      {call.slice(0, mostCalls).map(child => (
        <li key={child.personId}>
          <b>{child.phone ? formatPhone(child.phone) : text.vials.noPhone}</b> {child.displayName},{' '}
          {formatAgeShort(child.birthDate, today)}
          <span className={styles.soft}>
            {' '}
            {[child.contactName, child.hamlet].filter(Boolean).join(' · ')}
          </span>
        </li>
      ))}
      {call.length > mostCalls && <li className={styles.soft}>{text.vials.more(call.length - mostCalls)}</li>}
    </ul>
  )
}

/** Gives everybody who waits for this vaccine the next session, in one press. */
function GiveNext({ hint }: { readonly hint: VialHint }) {
  const giving = useCallMutation(giveNextSession)
  const { nextSessionOn, present, vaccineCode } = hint
  if (nextSessionOn === null || present.length === 0) return null
  return (
    <>
      <QuietButton
        isSmall
        isDisabled={giving.isSaving}
        testId="vial-next"
        onPress={() =>
          void giving.send({ vaccineCode, personIds: present.map(({ personId }) => personId), nextSessionOn })
        }
      >
        {text.vials.giveNext(present.length, formatDayShort(nextSessionOn))}
      </QuietButton>
      {giving.error && <ErrorNotice error={giving.error} />}
    </>
  )
}
