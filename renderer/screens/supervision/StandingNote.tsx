import { refreshSupervision, type SupervisionStanding } from '../../../src/contract/supervision-calls'
import { call } from '../../api'
import { ErrorNotice } from '../../components/ErrorNotice'
import { formatMoment } from '../../components/format'
import { QuietButton } from '../../components/QuietButton'
import { useKeys } from '../../components/use-keys'
import { text } from '../../text'
import styles from './Supervision.module.css'

/** How fresh what is shown is, why nothing newer came, and a way to ask now. */
export function StandingNote(props: {
  readonly standing: SupervisionStanding
  readonly onAsked: () => void
}) {
  const { standing, onAsked } = props
  const ask = () => void call(refreshSupervision, {}).then(onAsked)
  useKeys({ r: ask })
  const { trouble } = standing
  return (
    <>
      {trouble !== null && <ErrorNotice error={{ code: trouble, problems: [], reference: null }} />}
      <div className={styles.standing} role="status" data-testid="supervision-standing">
        <span>{standingWords(standing)}</span>
        {standing.isReading && <span>{text.supervision.reading}</span>}
        <QuietButton isSmall hint="R" testId="supervision-refresh" onPress={ask}>
          {text.supervision.refresh}
        </QuietButton>
      </div>
    </>
  )
}

function standingWords({ state, readAt }: SupervisionStanding): string {
  if (readAt === null) return `▲ ${text.supervision.never}`
  const time = formatMoment(readAt)
  return state === 'stale' ? `▲ ${text.supervision.stale(time)}` : text.supervision.readAt(time)
}
