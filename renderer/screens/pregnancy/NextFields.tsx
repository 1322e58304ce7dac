import { slotsOn, usualScheduleOf } from '../../../src/domain/maternal/antenatal-schedule'
import { DateField } from '../../components/DateField'
import { sentenceAt } from '../../components/sentences'
import { text } from '../../text'
import { Words } from './Fields'
import styles from './Pregnancy.module.css'
import { aYearAhead } from './pregnancy-draft'
import type { VisitPart } from './visit-part'

/** What follows from the visit: finding, advice, where she is sent, when she comes again. */
export function NextFields({ rules, view, draft, today, error, onChange }: VisitPart) {
  const words = text.pregnancy.visit
  const { nextVisitOn } = draft
  const slot =
    nextVisitOn && view.dating
      ? slotsOn(usualScheduleOf(rules), view.dating, [], nextVisitOn).find(
          ({ fromOn, endsOn }) => fromOn <= nextVisitOn && nextVisitOn < endsOn,
        )
      : null
  return (
    <>
      {draft.dangerSigns.length > 0 && (
        <p className={styles.alarm} role="status">
          ▲ {words.referAsk}
        </p>
      )}
      <div className={styles.four}>
        <Words
          label={words.diagnosis}
          value={draft.diagnosis}
          onChange={diagnosis => onChange({ diagnosis })}
        />
        <Words label={words.advice} value={draft.advice} onChange={advice => onChange({ advice })} />
        <Words
          label={words.refer}
          value={draft.referredTo}
          testId="referred-to"
          onChange={referredTo => onChange({ referredTo })}
        />
        <DateField
          label={words.next}
          value={nextVisitOn}
          today={aYearAhead(today)}
          hint={slot ? words.nextHint(slot.dueWeek) : null}
          testId="next-visit"
          error={sentenceAt(error, 'nextVisitOn')}
          onChange={next => onChange({ nextVisitOn: next })}
        />
      </div>
    </>
  )
}
