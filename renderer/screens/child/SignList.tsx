import type { ChildPicture } from '../../../src/contract/child-calls'
import type { AskedSign } from '../../../src/domain/child/milestones'
import { Chip } from '../../components/Chip'
import { formatDay } from '../../components/format'
import { locale, text } from '../../text'
import styles from './Child.module.css'

/** The signs of the age with what was last seen of them; a late one is a yellow box with what to do. */
export function SignList({ picture }: { readonly picture: ChildPicture }) {
  const { ask, correctedFrom, whatToDo } = picture
  const title = correctedFrom === null ? text.child.signsFor : text.child.signsForCorrected
  return (
    <section aria-label={text.child.signs}>
      <h3 className={styles.heading}>
        {ask.signs.length === 0 ? text.child.noSigns : title(ask.developmentMonths)}
      </h3>
      <ul className={styles.signs} data-testid="child-signs">
        {ask.signs.map(sign => (
          <li key={sign.code} className={sign.isLate ? styles.yellow : styles.white}>
            <span>{sign.text[locale]}</span>
            <Answer sign={sign} />
          </li>
        ))}
      </ul>
      {ask.signs.some(({ isLate }) => isLate) && <p className={styles.soft}>▲ {whatToDo.lateSign[locale]}</p>}
    </section>
  )
}

function Answer({ sign }: { readonly sign: AskedSign }) {
  const { last, isLate } = sign
  if (!last) return <Chip kind="wait">{text.child.notLooked}</Chip>
  const words = `${text.child.signAnswers[last.answer]} (${formatDay(last.on)})`
  if (last.answer === 'yes') return <Chip kind="ok">{words}</Chip>
  return <Chip kind="late">{isLate ? `${words} · ${text.child.late}` : words}</Chip>
}
