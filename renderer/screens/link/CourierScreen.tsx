import { getCourierState } from '../../../src/contract/courier-calls'
import { EmptyState } from '../../components/EmptyState'
import { ErrorNotice } from '../../components/ErrorNotice'
import { FilledButton } from '../../components/FilledButton'
import { formatCount } from '../../components/format'
import { Panel } from '../../components/Panel'
import { QuietButton } from '../../components/QuietButton'
import { useKeys } from '../../components/use-keys'
import { useCallQuery } from '../../data/use-call-query'
import { useNavigation } from '../../frame/navigation'
import { text } from '../../text'
import styles from './Courier.module.css'
import { CourierReceivers } from './CourierReceivers'
import { StickContents } from './StickContents'
import { StickProgressBar, StickResultNote } from './StickWork'
import { type CourierWork, useCourier } from './use-courier'

/** Gửi dữ liệu bằng USB: what is on a stick, taking it in, writing one, and what others have confirmed. */
export function CourierScreen() {
  const { go, back } = useNavigation()
  const { data, error, retry } = useCallQuery(getCourierState, {})
  const work = useCourier()
  useKeys({ Escape: back })
  return (
    <div className={styles.screen}>
      <Panel title={text.courier.title} note={text.courier.note} scrolls padded>
        {error && <ErrorNotice error={error} onRetry={retry} />}
        {data && data.unable !== null && (
          <EmptyState title={text.courier.unable}>
            <p>{text.courier.reasons[data.unable]}</p>
            <QuietButton onPress={() => go({ name: 'certificate-keys' })} testId="open-keys">
              {text.courier.openKeys}
            </QuietButton>
          </EmptyState>
        )}
        {data && data.unable === null && <Work work={work} />}
      </Panel>
      <div className={styles.side}>
        {data && data.unable === null && <CourierReceivers state={data} work={work} />}
        <QuietButton hint="Esc" onPress={back}>
          {text.common.back}
        </QuietButton>
      </div>
    </div>
  )
}

function Work({ work }: { readonly work: CourierWork }) {
  const { stick, error, isBusy } = work
  return (
    <div className={styles.stack}>
      <div className={styles.buttons}>
        <ReadButton work={work} />
        {stick && (
          <QuietButton onPress={() => void work.choose()} isDisabled={isBusy} testId="choose-other-stick">
            {text.courier.chooseOther}
          </QuietButton>
        )}
        {stick && (
          <QuietButton onPress={() => void work.look()} isDisabled={isBusy} testId="look-again">
            {text.courier.lookAgain}
          </QuietButton>
        )}
      </div>
      {isBusy && <StickProgressBar progress={work.progress} onStop={work.stop} />}
      {error && <ErrorNotice error={error} />}
      {work.result && !isBusy && <StickResultNote result={work.result} />}
      {!stick && !isBusy && !error && <EmptyState title={text.courier.nothingChosen} />}
      {stick && !(isBusy && stick.folders.length === 0) && <StickContents stick={stick} />}
    </div>
  )
}

/** The next step: choosing a stick, then taking in what is new on it. */
function ReadButton({ work }: { readonly work: CourierWork }) {
  const { stick, isBusy } = work
  if (!stick)
    return (
      <FilledButton onPress={() => void work.choose()} isBusy={isBusy} testId="choose-stick">
        {text.courier.choose}
      </FilledButton>
    )
  const entries = stick.folders.reduce((sum, { newEntries }) => sum + (newEntries ?? 0), 0)
  const hasCard = stick.folders.some(({ hasNewCard }) => hasNewCard)
  if (entries === 0 && !hasCard) return null
  return (
    <FilledButton onPress={() => void work.read()} isBusy={isBusy} testId="read-stick">
      {entries > 0 ? text.courier.take(formatCount(entries)) : text.courier.takeReceipt}
    </FilledButton>
  )
}
