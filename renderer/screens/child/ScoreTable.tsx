import type { ChildPicture } from '../../../src/contract/child-calls'
import { Chip } from '../../components/Chip'
import { formatDay } from '../../components/format'
import { percentileFigure, scoreFigure } from '../../components/growth/growth-words'
import { text } from '../../text'
import styles from './Child.module.css'
import { type LatestScore, latestScores, severityKinds, shortWords } from './child-words'

/** The newest z-score of every indicator, in words, with glyph and colour. */
export function ScoreTable({ picture }: { readonly picture: ChildPicture }) {
  const rows = latestScores(picture)
  const isPreterm = rows.some(({ correctedZ }) => correctedZ !== null)
  const newest = picture.days.at(-1)?.on
  const { scores } = text.child
  if (rows.length === 0) return null
  return (
    <table className={styles.table} data-testid="child-scores">
      <thead>
        <tr>
          <th>{scores.indicator}</th>
          <th className={styles.number}>{scores.value}</th>
          <th className={styles.number}>{scores.z}</th>
          {isPreterm && <th className={styles.number}>◇ {scores.corrected}</th>}
          <th className={styles.number}>%</th>
          <th />
        </tr>
      </thead>
      <tbody>
        {rows.map(row => (
          <tr key={row.indicator}>
            <td title={text.growth.indicators[row.indicator]}>
              {text.child.short[row.indicator]}
              {row.on !== newest && <div className={styles.soft}>{text.child.ofDay(formatDay(row.on))}</div>}
            </td>
            <td className={styles.number}>{row.value}</td>
            <td className={styles.number}>
              <b>{scoreFigure(row.z)}</b>
            </td>
            {isPreterm && (
              <td className={styles.number}>{row.correctedZ === null ? '–' : scoreFigure(row.correctedZ)}</td>
            )}
            <td className={styles.number}>{percentileFigure(row.percentile)}</td>
            <td>
              <Word row={row} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Word({ row }: { readonly row: LatestScore }) {
  if (row.isImplausible) {
    return (
      <Chip kind="wait" glyph="⊗">
        {text.child.again}
      </Chip>
    )
  }
  if (!row.finding) return <Chip kind="ok">{text.child.usual}</Chip>
  return <Chip kind={severityKinds[row.finding.severity]}>{shortWords(row.finding)}</Chip>
}
