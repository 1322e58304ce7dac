import { drawTestSymbols, type TestSymbol } from '../../../src/contract/scan-calls'
import { testTexts } from '../../../src/domain/scan/scanner-test'
import { ErrorNotice } from '../../components/ErrorNotice'
import { LateSkeleton } from '../../components/LateSkeleton'
import { useCallQuery } from '../../data/use-call-query'
import { text } from '../../text'
import styles from './Scanner.module.css'

const names = ['digits', 'letters', 'marks'] as const
const asked = names.map(name => testTexts[name])
/** Quiet zones in modules (ISO/IEC 18004 and 15417). */
const qrQuiet = 4
const barQuiet = 10
const barHeight = 26

/** Codes to scan from the screen; always black on white, whatever the theme. */
export function Symbols() {
  const { data, error, retry, isLoading } = useCallQuery(drawTestSymbols, { texts: [...asked] })
  return (
    <div className={styles.symbols}>
      {error && <ErrorNotice error={error} onRetry={retry} />}
      {isLoading && !data && <LateSkeleton />}
      {(data ?? []).map((symbol, at) => (
        <figure key={symbol.text} className={styles.symbol}>
          <figcaption>
            <strong>{text.scanner.codeNames[names[at] ?? 'digits']}</strong>
            <span className={styles.soft}>{symbol.text}</span>
          </figcaption>
          <div className={styles.pictures}>
            <Qr symbol={symbol} />
            {names[at] === 'digits' && symbol.bars !== null && (
              <Bars bars={symbol.bars} label={symbol.text} />
            )}
          </div>
        </figure>
      ))}
    </div>
  )
}

function Qr({ symbol }: { readonly symbol: TestSymbol }) {
  const { size, rows } = symbol.qr
  const side = size + 2 * qrQuiet
  return (
    <svg
      className={styles.qr}
      viewBox={`0 0 ${side} ${side}`}
      role="img"
      aria-label={`QR ${symbol.text}`}
      shapeRendering="crispEdges"
    >
      <rect width={side} height={side} fill="#fff" />
      <path d={runsOf(rows)} />
    </svg>
  )
}

function Bars({ bars, label }: { readonly bars: string; readonly label: string }) {
  const width = bars.length + 2 * barQuiet
  return (
    <svg
      className={styles.bars}
      viewBox={`0 0 ${width} ${barHeight}`}
      role="img"
      aria-label={`Code 128 ${label}`}
      shapeRendering="crispEdges"
      preserveAspectRatio="none"
    >
      <rect width={width} height={barHeight} fill="#fff" />
      <path d={barsOf(bars)} />
    </svg>
  )
}

/** The dark runs of each row as one outline. */
function runsOf(rows: readonly string[]): string {
  return rows
    .flatMap((row, y) =>
      [...row.matchAll(/1+/gu)].map(
        ({ index, 0: run }) => `M${index + qrQuiet} ${y + qrQuiet}h${run.length}v1h-${run.length}z`,
      ),
    )
    .join('')
}

function barsOf(bars: string): string {
  const height = barHeight - 4
  return [...bars.matchAll(/1+/gu)]
    .map(({ index, 0: bar }) => `M${index + barQuiet} 2h${bar.length}v${height}h-${bar.length}z`)
    .join('')
}
