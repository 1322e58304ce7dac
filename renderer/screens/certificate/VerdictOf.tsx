import { type VerdictView, verifyCertificate } from '../../../src/contract/certificate-calls'
import { type Instant, vietnamDayOf } from '../../../src/domain/calendar/calendar-day'
import { ErrorNotice } from '../../components/ErrorNotice'
import { formatDay, formatTime } from '../../components/format'
import { LateSkeleton } from '../../components/LateSkeleton'
import { useCallQuery } from '../../data/use-call-query'
import { locale, text } from '../../text'
import styles from './Certificate.module.css'
import { TakeBack } from './TakeBack'

type Judged = Exclude<VerdictView, { readonly state: 'not-a-card' }>

/** A sign beside each word, so that colour is never alone. */
const glyphs: Readonly<Record<VerdictView['state'], string>> = {
  valid: '✓',
  altered: '✕',
  'unknown-issuer': '?',
  revoked: '⊘',
  'revoked-card': '⊘',
  practice: '◇',
  'expired-key': '▲',
  'expired-card': '▲',
  'from-future': '!',
  'not-a-card': '–',
}
const tones: Readonly<Record<VerdictView['state'], 'ok' | 'wrong' | 'late' | 'wait'>> = {
  valid: 'ok',
  altered: 'wrong',
  revoked: 'wrong',
  'revoked-card': 'wrong',
  'unknown-issuer': 'late',
  practice: 'wrong',
  'expired-key': 'late',
  'expired-card': 'late',
  'from-future': 'late',
  'not-a-card': 'wait',
}

/** What one code is worth: one word, one sentence, what to do, then what the paper says. */
export function VerdictOf({ code, which }: { readonly code: string; readonly which: string | null }) {
  const { data, error, isLoading } = useCallQuery(verifyCertificate, { text: code })
  if (error) return <ErrorNotice error={error} />
  if (isLoading || !data) return <LateSkeleton />
  const { word, sentence, advice } = text.certificate.states[data.state]
  return (
    <article
      className={`${styles.verdict} ${styles[tones[data.state]]}`}
      data-testid="verdict"
      data-state={data.state}
    >
      <header className={styles.head}>
        <span className={styles.glyph} aria-hidden="true">
          {glyphs[data.state]}
        </span>
        <div>
          <h3 className={styles.word}>{word}</h3>
          <p>{sentence}</p>
          <p className={styles.soft}>{advice}</p>
        </div>
        {which !== null && <span className={styles.which}>{which}</span>}
      </header>
      {data.state !== 'not-a-card' && <Content verdict={data} />}
      {data.state === 'valid' && <TakeBack code={code} kid={data.issuer?.kid ?? ''} />}
    </article>
  )
}

function Content({ verdict }: { readonly verdict: Judged }) {
  const words = text.certificate
  const { content, state } = verdict
  if (!content) return <p className={styles.soft}>{words.unreadable}</p>
  const isTrusted = state === 'valid'
  return (
    <div className={isTrusted ? styles.content : `${styles.content} ${styles.untrusted}`}>
      <h4>{isTrusted ? words.says : words.saysUntrusted}</h4>
      <dl className={styles.facts}>
        <dt>{words.name}</dt>
        <dd className={styles.name}>{content.name}</dd>
        {factsOf(verdict, content.birthDate).map(([term, fact]) => (
          <div key={term} style={{ display: 'contents' }}>
            <dt>{term}</dt>
            <dd>{fact}</dd>
          </div>
        ))}
      </dl>
      <p className={styles.soft}>
        {words.doses(content.doses.length)} · {words.form[verdict.form]} · {words.oneOfMany}
      </p>
      <Doses doses={content.doses} />
    </div>
  )
}

function factsOf(
  { issuer, claims, signedAt, takenBack }: Judged,
  birthDate: string,
): readonly (readonly [string, string])[] {
  const words = text.certificate
  return [
    [words.birthDate, written(birthDate)],
    ...(issuer ? ([[words.signedBy, issuer.pointName]] as const) : []),
    ...(issuer ? ([[words.certifiedBy, issuer.authorityName]] as const) : []),
    ...(!issuer && claims ? ([[words.claims, claims]] as const) : []),
    ...(signedAt ? ([[words.signedAt, momentOf(signedAt)]] as const) : []),
    ...(issuer?.revokedAt ? ([[words.revokedAt, momentOf(issuer.revokedAt)]] as const) : []),
    ...(takenBack ? ([[words.takeBack.at, momentOf(takenBack.at)]] as const) : []),
    ...(takenBack ? ([[words.takeBack.because, words.takeBack.why[takenBack.why]]] as const) : []),
    ...(issuer ? ([[words.keyUntil, momentOf(issuer.notAfter)]] as const) : []),
  ]
}

function Doses({ doses }: { readonly doses: NonNullable<Judged['content']>['doses'] }) {
  const { columns } = text.certificate
  return (
    <table className={styles.doses}>
      <thead>
        <tr>
          {Object.values(columns).map(column => (
            <th key={column}>{column}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {doses.map((dose, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a card's doses never change, and two may be alike
          <tr key={at}>
            <td>{written(dose.givenOn)}</td>
            <td>{dose.name[locale]}</td>
            <td>{dose.lotNumber}</td>
            <td>{dose.placeName}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** A date as exactly as the card says it. */
function written(date: string): string {
  return date.split('-').toReversed().join('/')
}

function momentOf(at: Instant): string {
  return `${formatTime(at)} ${formatDay(vietnamDayOf(at))}`
}
