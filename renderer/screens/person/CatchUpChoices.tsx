import { SegmentedControl } from '@mantine/core'
import type { CatchUpWishes } from '../../../src/contract/catch-up-calls'
import type { CatchUpPlan } from '../../../src/domain/schedule/catch-up-types'
import { formatDay } from '../../components/format'
import { Kbd } from '../../components/Kbd'
import { Panel } from '../../components/Panel'
import { useKeys } from '../../components/use-keys'
import { locale, text } from '../../text'
import { reasonText } from '../injection/reasons'
import styles from './CatchUp.module.css'
import {
  injectionLimits,
  openParts,
  openWords,
  waitChoiceOf,
  waitChoices,
  withMoreInjections,
  withWait,
} from './catch-up'

/** How visits are to be arranged, and what the plan completes or leaves open. */
export function CatchUpChoices(props: {
  readonly plan: CatchUpPlan | null
  readonly wishes: CatchUpWishes
  readonly onWish: (wishes: CatchUpWishes) => void
}) {
  const { plan, wishes, onWish } = props
  const wait = waitChoiceOf(wishes)
  const words = text.catchUp
  useKeys({
    '+': () => onWish(withMoreInjections(wishes, 1)),
    '=': () => onWish(withMoreInjections(wishes, 1)),
    '-': () => onWish(withMoreInjections(wishes, -1)),
  })
  return (
    <Panel title={words.wishes} scrolls padded>
      <div className={styles.choices}>
        <div>
          <p className={styles.caption}>
            {words.maxInjections} <Kbd>−</Kbd> <Kbd>+</Kbd>
          </p>
          <SegmentedControl
            fullWidth
            aria-label={words.maxInjections}
            data={injectionLimits.map(String)}
            value={String(wishes.maxInjections)}
            onChange={value => onWish({ ...wishes, maxInjections: Number(value) })}
          />
          <p className={styles.soft}>{words.maxInjectionsNote}</p>
        </div>
        <div>
          <p className={styles.caption}>{words.wait}</p>
          <SegmentedControl
            fullWidth
            aria-label={words.wait}
            data={waitChoices.map(value => ({ value, label: words.waits[value] }))}
            value={wait}
            onChange={value => onWish(withWait(wishes, waitChoices.find(it => it === value) ?? 'month'))}
          />
          <p className={styles.soft}>{words.waitNotes[wait]}</p>
        </div>
        {plan && <Outcome plan={plan} />}
      </div>
    </Panel>
  )
}

function Outcome({ plan }: { readonly plan: CatchUpPlan }) {
  const { later, never } = openParts(plan)
  const done = plan.completions.map(({ name, on }) => `${name[locale]}: ${formatDay(on)}`)
  return (
    <>
      <Lines caption={text.catchUp.completions} glyph="✓" tone={styles.ok} lines={done} />
      <Lines caption={text.catchUp.later} glyph="○" lines={later.map(openWords)} />
      <Lines caption={text.catchUp.never} glyph="▲" tone={styles.late} lines={never.map(openWords)} />
      {plan.confirmation === 'unconfirmed' && (
        <p className={styles.soft}>
          {plan.scheduleName[locale]} · {reasonText.unconfirmed}
        </p>
      )}
    </>
  )
}

function Lines(props: {
  readonly caption: string
  readonly glyph: string
  readonly tone?: string | undefined
  readonly lines: readonly string[]
}) {
  const { caption, glyph, tone, lines } = props
  if (lines.length === 0) return null
  return (
    <div>
      <p className={styles.caption}>{caption}</p>
      <ul className={styles.lines}>
        {lines.map(line => (
          <li key={line}>
            <span className={tone} aria-hidden="true">
              {glyph}
            </span>{' '}
            {line}
          </li>
        ))}
      </ul>
    </div>
  )
}
