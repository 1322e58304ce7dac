import { useState } from 'react'
import type { RequestOf } from '../../../src/contract/call'
import { setUpPoint, signIn, switchMode } from '../../../src/contract/point-calls'
import { firstUserRoles } from '../../../src/domain/point/point'
import { call } from '../../api'
import { ErrorNotice } from '../../components/ErrorNotice'
import { FilledButton } from '../../components/FilledButton'
import { Panel } from '../../components/Panel'
import { QuietButton } from '../../components/QuietButton'
import { useDraft } from '../../components/use-draft'
import { useCallMutation } from '../../data/use-call-mutation'
import { readAgain } from '../../data/use-call-query'
import { text } from '../../text'
import { PrinterList } from '../set-up/PrinterList'
import { PointFields } from './PointFields'
import styles from './Start.module.css'
import { emptyStart, missingOf, type StartDraft } from './start-draft'
import { UserFields } from './UserFields'

/** The first run: what this point is, who works here, which printers there are. Or practice first. */
export function StartScreen() {
  const { draft, setDraft, clear } = useDraft<StartDraft>('start', emptyStart)
  const [isTried, setTried] = useState(false)
  const setUp = useCallMutation(setUpPoint)
  const missing = missingOf(draft)
  const isPinTyped = draft.user.pin === draft.user.pinAgain

  async function finish() {
    setTried(true)
    if (missing.length > 0 || !isPinTyped) return
    const answer = await setUp.send(toRequest(draft))
    if (!answer.ok) return
    await call(signIn, { userId: answer.value.userId, pin: draft.user.pin })
    clear()
    readAgain()
  }

  return (
    <main className={styles.page} data-testid="screen-start">
      <header className={styles.head}>
        <div>
          <h1 className={styles.title}>{text.start.title}</h1>
          <p className={styles.lead}>{text.start.lead}</p>
        </div>
        <div className={styles.practice}>
          <p>{text.start.practiceLead}</p>
          <QuietButton onPress={() => void call(switchMode, { mode: 'practice' })} testId="open-practice">
            {text.start.practice}
          </QuietButton>
        </div>
      </header>
      <div className={styles.steps}>
        <Panel title={`1 · ${text.start.point}`} padded scrolls>
          <PointFields point={draft.point} onChange={point => setDraft({ ...draft, point })} />
        </Panel>
        <Panel title={`2 · ${text.start.user}`} padded scrolls>
          <UserFields
            user={draft.user}
            isTried={isTried}
            choices={firstUserRoles}
            onChange={user => setDraft({ ...draft, user })}
          />
        </Panel>
        <Panel title={`3 · ${text.start.printers}`} note={text.start.printersNote} scrolls padded>
          <PrinterList />
        </Panel>
      </div>
      <footer className={styles.foot}>
        {setUp.error && <ErrorNotice error={setUp.error} />}
        {isTried && missing.length > 0 && (
          <p role="alert" className={styles.missing}>
            {text.start.missing}
            {missing.map(need => text.start.needs[need]).join(', ')}
          </p>
        )}
        <FilledButton onPress={() => void finish()} isBusy={setUp.isSaving} testId="finish-start">
          {text.start.finish}
        </FilledButton>
      </footer>
    </main>
  )
}

function toRequest({ point, user }: StartDraft): RequestOf<typeof setUpPoint> {
  return {
    point: {
      name: point.name,
      code: point.code.trim() === '' ? null : point.code,
      kind: point.kind,
      address: {
        provinceCode: point.provinceCode,
        communeCode: point.communeCode,
        hamlet: point.hamlet.trim() === '' ? null : point.hamlet,
        line: null,
      },
      phone: point.phone.trim() === '' ? null : point.phone,
      offeredAntigens: [],
    },
    station: { name: point.stationName, number: point.stationNumber },
    user: { name: user.name, role: user.role === 'admin' ? 'admin' : 'head', pin: user.pin },
  }
}
