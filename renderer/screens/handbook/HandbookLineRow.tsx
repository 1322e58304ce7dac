import type { PersonHit } from '../../../src/contract/person-calls'
import { formatPhone } from '../../../src/domain/person/phone'
import type { HandbookLine, HandbookSay } from '../../../src/domain/report/handbook-lists'
import { BirthDoseChip } from '../../components/BirthDoseChip'
import { Chip, type ChipKind } from '../../components/Chip'
import { formatAge, formatCount, formatDay } from '../../components/format'
import { useAppState } from '../../frame/app-state'
import { useSessionNow } from '../../frame/use-board'
import { locale, text } from '../../text'
import { severityKinds, shortWords } from '../child/child-words'
import styles from './Handbook.module.css'

/** Least height of a line in pixels of normal type. */
export const lineHeight = 54

/** Who is on a list: name, age, where, by which phone to be reached, and why. */
export function HandbookLineRow({ hit, line }: { readonly hit: PersonHit; readonly line: HandbookLine }) {
  const { today } = useAppState()
  const contact = hit.contact && `${text.common.relation[hit.contact.relation]} ${hit.contact.name}`
  const nowMs = useSessionNow(10_000)
  const { when, what } = wordsOf(line)
  return (
    <div className={styles.line} data-testid="handbook-line">
      <div className={styles.cell}>
        <div className={styles.name}>{hit.displayName}</div>
        <div className={styles.soft}>{contact}</div>
      </div>
      <div className={styles.cell}>
        <div>{formatDay(hit.birthDate)}</div>
        <div className={styles.soft}>{formatAge(hit.birthDate, today)}</div>
      </div>
      <div className={styles.cell}>
        <div className={styles.cut}>{hit.hamlet ?? text.due.noHamlet}</div>
        <div className={styles.phone}>{hit.phone ? formatPhone(hit.phone) : text.due.noPhone}</div>
      </div>
      <div className={styles.cell}>
        <div className={styles.chips}>
          {line.say.list === 'birth-dose' && <BirthDoseChip wait={line.say} nowMs={nowMs} />}
          {when.map(({ kind, words }) => (
            <Chip key={words} kind={kind}>
              {words}
            </Chip>
          ))}
        </div>
        <div className={styles.soft}>{what.filter(Boolean).join(' · ')}</div>
      </div>
    </div>
  )
}

type Words = {
  readonly when: readonly { readonly kind: ChipKind; readonly words: string }[]
  readonly what: readonly (string | false | null)[]
}

function wordsOf({ on, daysLate, say }: HandbookLine): Words {
  const late = { kind: 'late' as const, words: text.handbook.late(formatCount(daysLate ?? 0)) }
  const timely = (words: string) => ({ kind: 'due' as const, words })
  switch (say.list) {
    case 'antenatal':
      return {
        when: [
          daysLate === null ? timely(text.handbook.inTime(formatDay(on))) : late,
          ...(say.age ? [] : [{ kind: 'late' as const, words: text.handbook.noDate }]),
        ],
        what: antenatalWords(say),
      }
    case 'expected-births':
      return { when: birthChips(say, on, daysLate), what: [] }
    case 'birth-dose':
      return { when: [], what: [text.handbook.bornOn(formatDay(say.birthDate))] }
    case 'postpartum':
      return {
        when: [daysLate === null ? timely(text.handbook.inTime(formatDay(on))) : late],
        what: [text.handbook.bornOn(formatDay(say.bornOn))],
      }
    case 'not-weighed':
      return {
        when: [daysLate === null ? timely(text.handbook.inTime(formatDay(on))) : late],
        what: [say.lastOn ? text.handbook.lastWeighed(formatDay(say.lastOn)) : text.handbook.neverWeighed],
      }
    case 'underweight':
      return { when: findingChips(say), what: [measuredWords(say, on)] }
    case 'milestones':
      return {
        when: [
          { kind: 'late', words: text.handbook.notYet(say.signs.map(sign => sign.text[locale]).join('; ')) },
        ],
        what: [text.handbook.checkedOn(formatDay(say.checkedOn))],
      }
  }
}

type Say<List extends HandbookSay['list']> = Extract<HandbookSay, { readonly list: List }>

function antenatalWords({ age, visit, lastVisitOn }: Say<'antenatal'>): Words['what'] {
  return [
    age && text.handbook.week(age.weeks, age.days),
    visit !== null && text.handbook.visit(visit),
    lastVisitOn ? text.handbook.lastVisit(formatDay(lastVisitOn)) : text.handbook.neverVisited,
  ]
}

function birthChips(
  { fetuses, hasRisks, isForgotten }: Say<'expected-births'>,
  on: HandbookLine['on'],
  daysLate: number | null,
): Words['when'] {
  const chip = (isThere: boolean, kind: ChipKind, words: string) => (isThere ? [{ kind, words }] : [])
  return [
    ...chip(daysLate === null, 'due', text.handbook.dueOn(formatDay(on))),
    ...chip(daysLate !== null, 'late', text.handbook.overdueBirth(formatCount(daysLate ?? 0))),
    ...chip(isForgotten, 'wait', text.handbook.forgotten),
    ...chip((fetuses ?? 1) > 1, 'info', text.handbook.fetuses(fetuses ?? 1)),
    ...chip(hasRisks, 'late', text.handbook.risks),
  ]
}

function findingChips({ findings }: Say<'underweight'>): Words['when'] {
  return findings.map(finding => {
    const z = finding.kind === 'cut-off' ? finding.z : null
    const words = [shortWords(finding), z !== null && text.handbook.sd(decimal(z))]
    return { kind: severityKinds[finding.severity], words: words.filter(Boolean).join(' ') }
  })
}

function measuredWords({ weightKg }: Say<'underweight'>, on: HandbookLine['on']): string {
  return text.handbook.measuredOn(formatDay(on), weightKg === null ? '–' : decimal(weightKg))
}

/** Numbers as Vietnamese write them: `−2,4`. */
function decimal(value: number): string {
  return value.toFixed(1).replace('.', ',').replace('-', '−')
}
