import type { ScannerSettings } from '../../../src/domain/scan/scan-burst'
import { gapsOf, judgeTrial, type ScannerVerdict } from '../../../src/domain/scan/scanner-test'
import { Chip } from '../../components/Chip'
import { EmptyState } from '../../components/EmptyState'
import { text } from '../../text'
import styles from './Scanner.module.css'
import type { ShownTrial } from './use-trial'

/** So many keys are listed; a card has more than anybody reads. */
const mostKeys = 30
const isGood = (verdict: ScannerVerdict) => verdict === 'good' || verdict === 'letters-lost'

/** The verdict first, then what arrived, sign by sign. */
export function Trial({
  trial,
  settings,
}: {
  readonly trial: ShownTrial | null
  readonly settings: ScannerSettings
}) {
  if (!trial) return <EmptyState title={text.scanner.waiting} />
  const verdict = judgeTrial(trial, settings)
  return (
    <div className={styles.trial} data-testid="scanner-trial" data-verdict={verdict}>
      <div className={styles.verdict} role="status">
        <Chip kind={isGood(verdict) ? 'ok' : 'wrong'}>{text.scanner.verdicts[verdict]}</Chip>
        <p>{text.scanner.advice[verdict]}</p>
        {trial.verdict && (
          <p className={styles.soft}>{text.scanner.isRead(text.scanner.kinds[trial.verdict.kind])}</p>
        )}
      </div>
      <Arrived trial={trial} />
      <Keys trial={trial} />
    </div>
  )
}

function Arrived({ trial: { arrival, keys } }: { readonly trial: ShownTrial }) {
  const gaps = gapsOf(keys).toSorted((a, b) => a - b)
  const [median, longest] = [gaps[Math.floor(gaps.length / 2)], gaps.at(-1)]
  return (
    <dl className={styles.arrived}>
      <dt>{text.scanner.letters}</dt>
      <dd className={styles.code} data-testid="scanner-letters">
        {arrival.text}
      </dd>
      {arrival.physical !== null && arrival.physical !== arrival.text && (
        <>
          <dt>{text.scanner.keys}</dt>
          <dd className={styles.code}>{arrival.physical}</dd>
        </>
      )}
      {median !== undefined && longest !== undefined && (
        <>
          <dt>ms</dt>
          <dd>{text.scanner.gaps(median.toFixed(0), longest.toFixed(0))}</dd>
        </>
      )}
    </dl>
  )
}

function Keys({ trial: { keys } }: { readonly trial: ShownTrial }) {
  const { columns } = text.scanner
  const gaps = gapsOf(keys)
  if (keys.length === 0) return null
  return (
    <>
      <table className={styles.keys}>
        <thead>
          <tr>
            {Object.values(columns).map(column => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {keys.slice(0, mostKeys).map((heard, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: keys are told apart by their place alone
            <tr key={at}>
              <td>{heard.key}</td>
              <td className={styles.soft}>{pointsOf(heard.key)}</td>
              <td>{heard.code || '–'}</td>
              <td>{gaps[at - 1]?.toFixed(0) ?? ''}</td>
              <td>{heard.isComposing && <Chip kind="late">{text.scanner.composing}</Chip>}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {keys.length > mostKeys && <p className={styles.soft}>{text.scanner.more(keys.length - mostKeys)}</p>}
    </>
  )
}

/** `U+1EA4`, for each sign of a key; nothing for the name of a key. */
function pointsOf(key: string): string {
  if ([...key].length > 2) return ''
  return [...key]
    .map(sign => `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`)
    .join(' ')
}
