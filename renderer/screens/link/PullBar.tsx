import { getPullStanding, type PullStandingView, pullNow } from '../../../src/contract/arrival-calls'
import { formatTime } from '../../components/format'
import { QuietButton } from '../../components/QuietButton'
import { sentencesOf } from '../../components/sentences'
import { useCallMutation } from '../../data/use-call-mutation'
import { useCallQuery } from '../../data/use-call-query'
import { text } from '../../text'
import styles from './Conflicts.module.css'

const words = text.conflicts.pull

/** When this PC last heard from the province, what could not be read, and a way to ask at once. */
export function PullBar() {
  const { data } = useCallQuery(getPullStanding, {}, { keep: true, everyMs: 5_000 })
  const asking = useCallMutation(pullNow)
  if (!data) return null
  return (
    <div className={styles.pull} role="status" data-testid="pull-bar">
      <span>
        <span aria-hidden="true">{glyphOf(data)}</span> {standingWords(data)}
      </span>
      {data.unreadable.length > 0 && (
        <span className={styles.late} title={words.unreadableHint}>
          ▲ {words.unreadable(data.unreadable.length)}
        </span>
      )}
      {data.state !== 'not-joined' && (
        <QuietButton isSmall isDisabled={data.state === 'running'} onPress={() => void asking.send({})}>
          {words.now}
        </QuietButton>
      )}
    </div>
  )
}

function glyphOf({ state, trouble }: PullStandingView): string {
  if (state === 'not-joined') return '○'
  if (state === 'running') return '⟳'
  return trouble === null ? '✓' : '✕'
}

function standingWords({ state, trouble, lastAt }: PullStandingView): string {
  if (state === 'not-joined') return words.notJoined
  if (state === 'running') return words.running
  if (trouble !== null) return sentencesOf({ code: trouble, problems: [], reference: null })[0] ?? ''
  return lastAt === null ? words.never : words.last(formatTime(lastAt))
}
