import type { ReactNode } from 'react'
import type { PregnancyView } from '../../../src/contract/pregnancy-views'
import { missingTests } from '../../../src/domain/maternal/antenatal-schedule'
import { Chip } from '../../components/Chip'
import { formatDay } from '../../components/format'
import { useAppState } from '../../frame/app-state'
import { locale, text } from '../../text'
import styles from './Pregnancy.module.css'
import { ageWords, countdown, datingReason, riskKinds, riskWords, stateWords } from './words'

/** How far she is, when it is due and why, and what is to be watched. */
export function PregnancyHead({
  view,
  children,
}: {
  readonly view: PregnancyView
  readonly children: ReactNode
}) {
  return (
    <section className={styles.head} aria-label={text.pregnancy.title} data-testid="pregnancy-head">
      <div className={styles.headLine}>
        <Age view={view} />
        <DueDate view={view} />
        <div className={styles.headButtons}>{children}</div>
      </div>
      {view.isAskedAbout && <p className={styles.alarm}>▲ {text.pregnancy.askAbout}</p>}
      <Watch view={view} />
    </section>
  )
}

function Age({ view }: { readonly view: PregnancyView }) {
  const { gestation, trimester, gravida } = view
  const words = text.pregnancy
  return (
    <div>
      <strong className={styles.figure} data-testid="gestation">
        {gestation ? ageWords(gestation) : words.noAge}
      </strong>
      <div className={styles.soft}>
        {[words.which(gravida), trimester && words.trimester(trimester), stateWords(view)]
          .filter(Boolean)
          .join(' · ')}
      </div>
    </div>
  )
}

function DueDate({ view }: { readonly view: PregnancyView }) {
  const { today } = useAppState()
  const { dating, endedOn } = view
  const words = text.pregnancy
  if (!dating) return <div className={styles.soft}>{words.noAgeHint}</div>
  const others = [
    dating.by !== 'period' && dating.periodDueOn && words.periodDue(formatDay(dating.periodDueOn)),
    dating.by !== 'scan' && dating.scanDueOn && words.scanDue(formatDay(dating.scanDueOn)),
  ]
  return (
    <div className={styles.due}>
      <div>
        {words.due}{' '}
        <strong className={styles.dueOn} data-testid="due-on">
          {formatDay(dating.dueOn)}
        </strong>{' '}
        {words.by[dating.by]}
        {endedOn === null && <> · {countdown(dating, today)}</>}
      </div>
      <div className={styles.soft} title={words.unconfirmed}>
        {[datingReason(dating), ...others].filter(Boolean).join(' ')}
      </div>
    </div>
  )
}

/** Risks, missing tests, tetanus and HBsAg: each with its sign and its word. */
function Watch({ view }: { readonly view: PregnancyView }) {
  const { risks, tetanus, newbornPlan, endedOn } = view
  const words = text.pregnancy
  const missing = endedOn === null ? missingTests(view.tests) : []
  const isJudged = endedOn === null || view.outcome === 'birth'
  const protection = isJudged ? tetanus.protection : null
  return (
    <div className={styles.chips} data-testid="watch">
      {risks.length === 0 && <Chip kind="ok">{words.noRisks}</Chip>}
      {risks.map(risk => (
        <Chip key={risk.code} kind={riskKinds[risk.level]} title={words.levels[risk.level]}>
          {riskWords(risk)}
        </Chip>
      ))}
      {missing.length > 0 && (
        <Chip kind="wait">
          {words.side.tests}: {missing.map(({ rule }) => rule.name[locale]).join(', ')} (
          {words.side.missing(missing.length)})
        </Chip>
      )}
      {protection && (
        <Chip kind={protection.isProtected ? 'ok' : 'late'}>
          {protection.isProtected ? words.side.protectedBirth : words.side.notProtected}
        </Chip>
      )}
      {newbornPlan.hbsag === 'positive' && (
        <Chip kind="late">
          {words.side.newborn}: {newbornPlan.steps.map(({ name }) => name[locale])[1] ?? ''}
        </Chip>
      )}
    </div>
  )
}
