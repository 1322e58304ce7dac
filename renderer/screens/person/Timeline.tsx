import { type KeyboardEvent, type ReactNode, useMemo, useRef, useState } from 'react'
import type { DoseView } from '../../../src/contract/dose-calls'
import type { CalendarDay } from '../../../src/domain/calendar/calendar-day'
import type { ImmunizationChart } from '../../../src/domain/schedule/chart-types'
import type { AgeTick } from '../../../src/domain/schedule/time-scale'
import {
  type Timeline as Layout,
  type TimelineLane,
  type TimelineMark,
  timelineOf,
} from '../../../src/domain/schedule/timeline'
import { Panel } from '../../components/Panel'
import { locale, text } from '../../text'
import { noteOf } from '../injection/chart-note'
import { namesFrom } from '../injection/reasons'
import styles from './Timeline.module.css'
import { TimelineMarkView, TimelineTarget } from './TimelineMarks'
import { markBeside } from './timeline-moves'
import { markText, nextWords, summaryOf, tickWords } from './timeline-words'

/**
 * What was given, what counts and what comes, on one axis of age. ← → ↑ ↓ move between the marks; the line below says
 * in words what the chosen one stands for.
 */
export function Timeline(props: {
  readonly chart: ImmunizationChart
  readonly doses: readonly DoseView[]
  readonly bornOn: CalendarDay
  readonly actions?: ReactNode
}) {
  const { chart, doses, bornOn } = props
  const layout = useMemo(() => timelineOf(chart, bornOn), [chart, bornOn])
  const [chosen, setChosen] = useState<string | null>(null)
  const picture = useRef<HTMLDivElement>(null)
  const nameOf = namesFrom(doses)
  const marks = layout.lanes.flatMap(lane => lane.marks)
  const mark = marks.find(({ key }) => key === chosen)
  const tabStop = mark ?? marks[0]

  function move(event: KeyboardEvent) {
    const from = event.target instanceof HTMLElement ? event.target.dataset.mark : undefined
    const to = from === undefined ? null : markBeside(layout, from, event.key)
    if (!to) return
    event.preventDefault()
    event.stopPropagation()
    picture.current?.querySelector<HTMLElement>(`[data-mark="${to.key}"]`)?.focus()
  }
  return (
    <Panel title={text.timeline.title} note={noteOf(chart)} actions={props.actions} className={styles.panel}>
      <div className={styles.scroll}>
        <figure ref={picture} className={styles.picture} data-testid="timeline" onKeyDown={move}>
          <figcaption className="visually-hidden">{summaryOf(chart)}</figcaption>
          <Axis layout={layout} />
          {layout.lanes.map(lane => (
            <Lane
              key={lane.code}
              lane={lane}
              layout={layout}
              tabStop={tabStop?.key ?? ''}
              chosen={chosen}
              wordsOf={it => markText(it, bornOn, nameOf)}
              onChoose={setChosen}
            />
          ))}
        </figure>
        {chart.rows.length === 0 && <p className={styles.none}>{text.injection.noRows}</p>}
      </div>
      <p className={styles.reading} data-testid="timeline-reading">
        {mark ? markText(mark, bornOn, nameOf) : `${summaryOf(chart)} ${text.timeline.hint}`}
      </p>
      <Legend />
    </Panel>
  )
}

/** The word "today" needs this much room on the axis; an age so near is left out. */
const todayRoom = 0.055

function Axis({ layout }: { readonly layout: Layout }) {
  const isClear = ({ place }: AgeTick) => Math.abs(place - layout.today) > todayRoom
  return (
    <div className={styles.axis} aria-hidden="true">
      <span className={styles.name}>{text.timeline.antigen}</span>
      <span className={styles.track}>
        {layout.ticks.filter(isClear).map(tick => (
          <span key={tick.place} className={styles.tick} style={{ left: percent(tick.place) }}>
            {tickWords(tick)}
          </span>
        ))}
        <span className={styles.now} style={{ left: percent(layout.today) }}>
          {text.timeline.today}
        </span>
      </span>
      <span className={styles.next}>{text.timeline.next}</span>
    </div>
  )
}

function Lane(props: {
  readonly lane: TimelineLane
  readonly layout: Layout
  readonly tabStop: string
  readonly chosen: string | null
  readonly wordsOf: (mark: TimelineMark) => string
  readonly onChoose: (key: string) => void
}) {
  const { lane, layout, tabStop, chosen, wordsOf, onChoose } = props
  const next = nextWords(lane)
  return (
    // biome-ignore lint/a11y/useSemanticElements: a lane is a line of a picture, not a set of fields
    <div className={styles.lane} role="group" aria-label={lane.name[locale]}>
      <span className={styles.name}>
        {lane.name[locale]}
        {lane.detail && <span className={styles.detail}>{lane.detail[locale]}</span>}
      </span>
      <span className={styles.track}>
        {layout.ticks.map(tick => (
          <span key={tick.place} className={styles.line} style={{ left: percent(tick.place) }} />
        ))}
        {lane.marks.map(mark => (
          <TimelineTarget key={mark.key} mark={mark} />
        ))}
        <span className={styles.nowLine} style={{ left: percent(layout.today) }} />
        {lane.marks.map(mark => (
          <TimelineMarkView
            key={mark.key}
            mark={mark}
            words={wordsOf(mark)}
            isTabStop={mark.key === tabStop}
            isChosen={mark.key === chosen}
            onChoose={() => onChoose(mark.key)}
          />
        ))}
      </span>
      <span className={`${styles.next} ${styles[lane.next?.status ?? lane.status] ?? ''}`}>
        <span className={styles.nextTop}>{next.top}</span>
        <span className={styles.nextLabel}>{next.bottom}</span>
      </span>
    </div>
  )
}

function Legend() {
  const { legend, targets } = text.timeline
  const signs = [
    ['valid', '✓', legend.valid],
    ['not-valid', '✕', legend['not-valid']],
    ['extra', '○', legend.extra],
    ['unknown', '?', legend.unknown],
    ['due', '●', targets.due],
    ['overdue', '▲', targets.overdue],
    ['later', '◇', targets.later],
  ] as const
  return (
    <p className={styles.legend} aria-hidden="true">
      {signs.map(([name, glyph, word]) => (
        <span key={name}>
          <i className={`${styles.sign} ${styles[name]}`}>{glyph}</i> {word}
        </span>
      ))}
    </p>
  )
}

function percent(place: number): string {
  return `${(place * 100).toFixed(2)}%`
}
