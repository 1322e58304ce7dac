import { type ClosingView, getClosing } from '../../../src/contract/close-calls'
import type { CalendarDay } from '../../../src/domain/calendar/calendar-day'
import { ErrorNotice } from '../../components/ErrorNotice'
import { formatDay } from '../../components/format'
import { LateSkeleton } from '../../components/LateSkeleton'
import { Panel } from '../../components/Panel'
import { QuietButton } from '../../components/QuietButton'
import { useDraft } from '../../components/use-draft'
import { useCallQuery } from '../../data/use-call-query'
import { useNavigation } from '../../frame/navigation'
import { text } from '../../text'
import { codes, signName } from '../../text/codes'
import { CameList } from './CameList'
import styles from './CloseDay.module.css'
import { countedLots, emptyClosing } from './closing-draft'
import { InsideList } from './InsideList'
import { LotCounts } from './LotCounts'
import { NoShowList } from './NoShowList'
import { SignBox } from './SignBox'
import { StandingBox } from './StandingBox'
import { UnsavedList } from './UnsavedList'
import { useUnsaved } from './use-unsaved'

/** Kết thúc buổi: who is still here, who did not come and why, vials, and the signature. */
export function CloseDayScreen({ on }: { readonly on: CalendarDay | null }) {
  const view = useCallQuery(getClosing, { on }, { keep: true })
  if (!view.data)
    return view.error ? <ErrorNotice error={view.error} onRetry={view.retry} /> : <LateSkeleton lines={8} />
  return (
    <>
      {view.error && <ErrorNotice error={view.error} onRetry={view.retry} />}
      <OtherDay view={view.data} isToday={on === null} />
      <Day key={view.data.on} view={view.data} />
    </>
  )
}

/** An earlier day that nobody closed is not forgotten. */
function OtherDay({ view, isToday }: { readonly view: ClosingView; readonly isToday: boolean }) {
  const { go } = useNavigation()
  const { unclosedBefore } = view
  if (!isToday)
    return (
      <div className={styles.other}>
        <strong>{text.closeDay.on(formatDay(view.on))}</strong>
        <QuietButton isSmall onPress={() => go({ name: 'close-day' })}>
          {text.closeDay.toToday}
        </QuietButton>
      </div>
    )
  if (unclosedBefore === null) return null
  return (
    <div className={styles.other} role="status" data-testid="unclosed-day">
      <span>
        <span aria-hidden="true">▲</span> {text.closeDay.unclosed(formatDay(unclosedBefore))}
      </span>
      <QuietButton isSmall onPress={() => go({ name: 'close-day', on: unclosedBefore })}>
        {text.closeDay.openUnclosed}
      </QuietButton>
    </div>
  )
}

function Day({ view }: { readonly view: ClosingView }) {
  const { draft, setDraft, clear } = useDraft(`closing ${view.on}`, () => emptyClosing)
  const unsaved = useUnsaved()
  const isClosed = view.state === 'closed'
  const lots = countedLots(view, draft)
  return (
    <div className={styles.screen}>
      <div className={styles.column}>
        {!isClosed && <InsideList inside={view.inside} />}
        {!isClosed && unsaved.list.length > 0 && <UnsavedList unsaved={unsaved} />}
        <NoShowList view={view} />
        <CameList came={view.came} />
      </div>
      <div className={styles.column}>
        <Panel title={text.closeDay.on(formatDay(view.on))} padded>
          <Figures figures={view.figures} />
        </Panel>
        {!isClosed && <LotCounts view={view} lots={lots} draft={draft} onChange={setDraft} />}
        {view.reactions.length > 0 && <Reactions reactions={view.reactions} />}
        <StandingBox view={view} />
        {!isClosed && (
          <SignBox
            view={view}
            lots={lots}
            draft={draft}
            onChange={setDraft}
            unsaved={unsaved.list.length}
            onClosed={clear}
          />
        )}
      </div>
    </div>
  )
}

type Figure = keyof ClosingView['figures']
const figureNames = Object.keys(text.closeDay.figures) as Figure[]

function Figures({ figures }: Pick<ClosingView, 'figures'>) {
  return (
    <dl className={styles.figures}>
      {figureNames.map(name => (
        <div key={name}>
          <dt>{text.closeDay.figures[name]}</dt>
          <dd>{figures[name]}</dd>
        </div>
      ))}
    </dl>
  )
}

function Reactions({ reactions }: Pick<ClosingView, 'reactions'>) {
  return (
    <Panel title={text.closeDay.reactions} padded>
      <ul>
        {reactions.map(({ reactionId, displayName, kind, signs, outcome }) => (
          <li key={reactionId}>
            <b>{displayName}</b>: {codes.reactionKinds[kind]} · {signs.map(signName).join(', ')} ·{' '}
            {codes.reactionOutcomes[outcome]}
          </li>
        ))}
      </ul>
    </Panel>
  )
}
