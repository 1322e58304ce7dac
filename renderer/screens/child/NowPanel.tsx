import type { ChildPicture } from '../../../src/contract/child-calls'
import type { CalendarDay } from '../../../src/domain/calendar/calendar-day'
import { Chip, type ChipKind } from '../../components/Chip'
import { EmptyState } from '../../components/EmptyState'
import { FilledButton } from '../../components/FilledButton'
import { formatDay } from '../../components/format'
import { Panel } from '../../components/Panel'
import { locale, text } from '../../text'
import styles from './Child.module.css'
import { codeWords, correctedAge, findingWords, severityKinds, toDoOf } from './child-words'
import { ScoreTable } from './ScoreTable'
import { SignList } from './SignList'

/** What is known now: findings with what they ask for, scores, development, supplements, the next visit. */
export function NowPanel(props: {
  readonly picture: ChildPicture
  readonly today: CalendarDay
  readonly said: string | null
  readonly onWrite: () => void
}) {
  const { picture, today, said, onWrite } = props
  const corrected = correctedAge(picture, today)
  return (
    <Panel
      title={text.child.now}
      note={<NextCheckChip picture={picture} />}
      actions={
        picture.isGrowing && (
          <FilledButton hint="N" onPress={onWrite} testId="write-check">
            {text.child.today}
          </FilledButton>
        )
      }
      scrolls
      padded
      className={styles.now}
    >
      {said && (
        <p role="status" className={styles.said}>
          ✓ {said}
        </p>
      )}
      {corrected !== null && picture.gestationWeeks !== null && (
        <p className={styles.preterm} role="note" data-testid="preterm-note">
          ◇ {text.child.preterm(picture.gestationWeeks, corrected)}
        </p>
      )}
      {picture.days.length === 0 ? (
        <EmptyState title={text.child.noneYet}>{text.child.noneYetHint}</EmptyState>
      ) : (
        <>
          <Findings picture={picture} />
          <ScoreTable picture={picture} />
        </>
      )}
      <SignList picture={picture} />
      <Supplements picture={picture} />
      <Feeding picture={picture} />
      {picture.isUnverified && <p className={styles.soft}>{text.child.unverified}</p>}
    </Panel>
  )
}

const nextKinds: Readonly<Record<'due' | 'late' | 'later', ChipKind>> = {
  due: 'due',
  late: 'late',
  later: 'wait',
}

function NextCheckChip({ picture: { next } }: { readonly picture: ChildPicture }) {
  if (!next) return <span>{text.child.nextOver}</span>
  return <Chip kind={nextKinds[next.state]}>{text.child.nextWords[next.state](formatDay(next.dueOn))}</Chip>
}

function Findings({ picture }: { readonly picture: ChildPicture }) {
  const { findings, whatToDo } = picture
  if (findings.length === 0) return <p className={styles.fine}>✓ {text.child.noFinding}</p>
  return (
    <section aria-label={text.child.findings}>
      <h3 className={styles.heading}>{text.child.findings}</h3>
      <ul className={styles.findings} data-testid="child-findings">
        {findings.map(finding => (
          <li
            key={`${finding.on} ${finding.isCorrected} ${findingWords(finding)}`}
            data-severity={finding.severity}
          >
            <Chip kind={severityKinds[finding.severity]}>{text.child.severities[finding.severity]}</Chip>
            <div>
              <p className={styles.found}>
                {findingWords(finding)}
                {finding.isCorrected && ` · ${text.child.byCorrected}`}
              </p>
              <p className={styles.soft}>
                {formatDay(finding.on)} · {whatToDo[toDoOf(finding)][locale]}
              </p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Supplements({ picture }: { readonly picture: ChildPicture }) {
  return (
    <section aria-label={text.child.supplements}>
      <h3 className={styles.heading}>{text.child.supplements}</h3>
      <ul className={styles.plain}>
        {picture.ask.supplements.map(({ supplement, text: name, doses, last, dueOn, isDue }) => (
          <li key={supplement} className={styles.line}>
            <span>{isDue ? (doses[0]?.text[locale] ?? name[locale]) : name[locale]}</span>
            {dueOn === null ? (
              <span className={styles.soft}>{text.child.pastAge}</span>
            ) : (
              <Chip kind={isDue ? 'due' : 'wait'}>
                {isDue ? text.child.dueNow : text.child.dueOn(formatDay(dueOn))}
              </Chip>
            )}
            {last && <span className={styles.soft}>{text.child.lastGiven(formatDay(last.on))}</span>}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** How the child was fed when somebody last asked. */
function Feeding({ picture }: { readonly picture: ChildPicture }) {
  const last = picture.checks.find(({ feeding }) => feeding.length > 0)
  if (!last) return null
  const words = last.feeding.map(code => codeWords(picture, code)).join(', ')
  return (
    <section aria-label={text.child.feeding}>
      <h3 className={styles.heading}>{text.child.feeding}</h3>
      <p>{text.child.feedingOf(words, formatDay(last.checkedOn))}</p>
    </section>
  )
}
