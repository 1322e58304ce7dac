import type { PregnancyView } from '../../../src/contract/pregnancy-views'
import { Chip } from '../../components/Chip'
import { formatDay } from '../../components/format'
import { locale, text } from '../../text'
import styles from './Pregnancy.module.css'
import { protectionWords } from './words'

/** Her tetanus doses, whether the child would be protected, and what the schedule asks for next. */
export function TetanusBox({ view }: { readonly view: PregnancyView }) {
  const { tetanus, dating, endedOn } = view
  const words = text.pregnancy.side
  const { doses, next } = tetanus
  const isJudged = endedOn === null || view.outcome === 'birth'
  const protection = isJudged ? tetanus.protection : null
  const birthOn = endedOn ?? dating?.dueOn ?? null
  return (
    <section className={styles.sideSection} data-testid="tetanus">
      <h3>{words.tetanus}</h3>
      {protection && (
        <p className={styles.sideHead}>
          <Chip kind={protection.isProtected ? 'ok' : 'late'}>
            {protection.isProtected ? words.protectedBirth : words.notProtected}
          </Chip>
          <span className={styles.soft}>
            {protectionWords(protection)}
            {birthOn && `, ${words.forDue(formatDay(birthOn))}`}
          </span>
        </p>
      )}
      <p className={styles.soft}>
        {doses.length === 0
          ? words.tetanusNone
          : `${words.tetanusDoses(doses.length)}: ${doses.map(formatDay).join(', ')}`}
      </p>
      {endedOn === null && (
        <p>
          {next === null
            ? words.noDose
            : next.isDue
              ? `● ${words.dueDose(next.label[locale])}`
              : words.nextDose(next.label[locale], next.on ? formatDay(next.on) : '–')}
        </p>
      )}
    </section>
  )
}
