import { NumberInput, SegmentedControl } from '@mantine/core'
import { useRef } from 'react'
import type { PlanSlot } from '../../../src/domain/session-plan/plan'
import { DateField } from '../../components/DateField'
import { Kbd } from '../../components/Kbd'
import { Picker } from '../../components/Picker'
import { QuietButton } from '../../components/QuietButton'
import { useKeys } from '../../components/use-keys'
import { text } from '../../text'
import { AddPerson } from './AddPerson'
import styles from './Plan.module.css'
import { hamletsOf, presetSlots, type Showing, showings } from './plan-state'
import type { PlanDesk, usePlanLine } from './use-plan'

const presets = ['morning', 'both', 'hours'] as const

/** The day, its slots with their room, and what the list shows. */
export function PlanBar(props: {
  readonly desk: PlanDesk
  readonly acts: ReturnType<typeof usePlanLine>
  readonly showing: Showing
  readonly hamlet: string | null
  readonly onShow: (showing: Showing) => void
  readonly onHamlet: (hamlet: string | null) => void
}) {
  const { desk, acts, showing, hamlet, onShow, onHamlet } = props
  const bar = useRef<HTMLElement>(null)
  const focus = (name: string) =>
    bar.current?.querySelector<HTMLInputElement>(`[data-testid="${name}"]`)?.focus()
  useKeys({
    n: () => focus('plan-add'),
    t: () => focus('plan-place'),
    d: () => focus('plan-day'),
    '[': () => desk.step(-1),
    ']': () => desk.step(1),
    v: () => onShow(showings[(showings.indexOf(showing) + 1) % showings.length] ?? 'all'),
  })
  return (
    <search ref={bar} className={styles.bar} aria-label={text.plan.title}>
      <Days desk={desk} />
      <Presets desk={desk} />
      <Slots desk={desk} />
      <div className={styles.pick}>
        <Kbd>V</Kbd>
        <SegmentedControl
          aria-label={text.plan.show}
          data-testid="plan-show"
          data={showings.map(value => ({ value, label: text.plan.shows[value] }))}
          value={showing}
          onChange={value => onShow(showings.find(each => each === value) ?? 'all')}
        />
      </div>
      <div className={styles.pick}>
        <Kbd>T</Kbd>
        <div className={styles.place}>
          <Picker
            label={text.plan.place}
            isLabelHidden
            isClearable
            placeholder={text.plan.allPlaces}
            choices={hamletsOf(desk.lines).map(({ key, hamlet: name }) => ({
              value: key,
              label: name === '' ? text.plan.noHamlet : name,
            }))}
            value={hamlet}
            testId="plan-place"
            onChange={onHamlet}
          />
        </div>
      </div>
      <AddPerson acts={acts} />
    </search>
  )
}

function Days({ desk }: { readonly desk: PlanDesk }) {
  return (
    <div className={styles.pick}>
      <span className={styles.soft}>{text.plan.day}</span>
      <QuietButton isSmall label={text.plan.dayBefore} onPress={() => desk.step(-1)}>
        ‹
      </QuietButton>
      <div className={styles.date}>
        <DateField
          label={text.plan.day}
          isLabelHidden
          value={desk.on}
          today={desk.today}
          testId="plan-day"
          onChange={on => on && desk.goTo(on)}
        />
      </div>
      <QuietButton isSmall label={text.plan.dayAfter} onPress={() => desk.step(1)}>
        ›
      </QuietButton>
      <span className={styles.soft}>{text.plan.nextSession}</span>
      <div className={styles.date}>
        <DateField
          label={text.plan.nextSession}
          isLabelHidden
          value={desk.draft.nextSessionOn ?? desk.view?.nextSessionOn ?? null}
          today={desk.today}
          testId="plan-next"
          onChange={next => next && desk.change({ nextSessionOn: next })}
        />
      </div>
    </div>
  )
}

/** The usual ways to part a session. */
function Presets({ desk }: { readonly desk: PlanDesk }) {
  const { slots, capacity } = desk
  const put = (next: readonly PlanSlot[]) => {
    // Positions in other slots mean nothing any more; who was left out stays out.
    const moves = Object.fromEntries(Object.entries(desk.draft.moves).filter(([, at]) => at === null))
    desk.change({ slots: next, moves })
  }
  return (
    <div className={styles.slots}>
      {presets.map(preset => (
        <QuietButton
          key={preset}
          isSmall
          isPressed={isPreset(slots, preset)}
          testId={`plan-preset-${preset}`}
          onPress={() => put(presetSlots(preset, Math.max(1, capacity)))}
        >
          {text.plan.presets[preset]}
        </QuietButton>
      ))}
    </div>
  )
}

/** Each slot with its key, how many it has, and how many it takes; that number is written over. */
function Slots({ desk }: { readonly desk: PlanDesk }) {
  const { slots, taken } = desk
  const resize = (at: number, room: number) =>
    desk.change({ slots: slots.map((slot, index) => (index === at ? { ...slot, capacity: room } : slot)) })
  return (
    <div className={styles.slots}>
      {slots.map((slot, at) => {
        const isFull = (taken[at] ?? 0) > slot.capacity
        return (
          <span key={slotName(slot)} className={`${styles.slot} ${isFull ? styles.over : ''}`}>
            <Kbd>{`${at + 1}`}</Kbd> {isFull && <span aria-hidden="true">▲</span>} {slotName(slot)}{' '}
            <span title={isFull ? text.plan.overCapacity : undefined}>{taken[at] ?? 0} /</span>
            <NumberInput
              aria-label={text.plan.capacity(slotName(slot))}
              className={styles.room}
              hideControls
              min={1}
              max={500}
              value={slot.capacity}
              onChange={value => typeof value === 'number' && value >= 1 && resize(at, Math.round(value))}
            />
          </span>
        )
      })}
    </div>
  )
}

export function slotName({ slot, time }: Pick<PlanSlot, 'slot' | 'time'>): string {
  return slot === 'time' ? (time ?? '') : text.plan.slotNames[slot]
}

function isPreset(slots: readonly PlanSlot[], preset: (typeof presets)[number]): boolean {
  const names = (some: readonly PlanSlot[]) => some.map(slotName).join(' ')
  return names(slots) === names(presetSlots(preset, 4))
}
