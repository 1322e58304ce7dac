import type { DifferenceName, ReportDifference } from '../../../../src/contract/report-life-calls'
import { cellKeyText } from '../../../../src/domain/report/counted-report'
import { Chip } from '../../../components/Chip'
import { formatCount, formatMoment } from '../../../components/format'
import { QuietButton } from '../../../components/QuietButton'
import { useNavigation } from '../../../frame/navigation'
import { text } from '../../../text'
import styles from './Life.module.css'
import { cellWords, valueWords } from './life-words'

const words = text.reportLife.difference

/** The cells that differ, and the names that made them differ, with who wrote them and when. */
export function DifferenceTables({ difference }: { readonly difference: ReportDifference }) {
  const { form, cells } = difference
  return (
    <>
      <div className={styles.scroller}>
        <table className={styles.table}>
          <caption hidden>{words.cells}</caption>
          <thead>
            <tr>
              <th scope="col">{words.row}</th>
              <th scope="col">{words.column}</th>
              <th scope="col" className={styles.number}>
                {words.before}
              </th>
              <th scope="col" className={styles.number}>
                {words.after}
              </th>
            </tr>
          </thead>
          <tbody>
            {cells.map(({ cell, before, after }) => {
              const { row, column } = cellWords(form, cell)
              return (
                <tr key={cellKeyText(cell)}>
                  <td>{difference.labels[`${cell.sectionId}/${cell.rowId}`] ?? row}</td>
                  <td>{column}</td>
                  <td className={styles.number}>{valueWords(before)}</td>
                  <td className={styles.number}>
                    <strong>{valueWords(after)}</strong>
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
      <Names difference={difference} />
    </>
  )
}

function Names({ difference: { names, namesTotal } }: { readonly difference: ReportDifference }) {
  if (names.length === 0) return <p className={styles.soft}>{words.noNames}</p>
  return (
    <div className={styles.scroller}>
      <table className={styles.table}>
        <caption hidden>{words.names}</caption>
        <tbody>
          {names.map(name => (
            <NameRow key={`${name.change} ${name.recordId}`} name={name} />
          ))}
        </tbody>
      </table>
      {namesTotal > names.length && (
        <p className={styles.soft}>{words.more(formatCount(namesTotal - names.length))}</p>
      )}
    </div>
  )
}

function NameRow({ name }: { readonly name: DifferenceName }) {
  const { change, hit, label, at, byName, reason } = name
  const { go } = useNavigation()
  const by = byName ?? words.somebody
  const when =
    change === 'added' ? words.wroteAt(by, formatMoment(at)) : words.changedAt(by, formatMoment(at))
  return (
    <tr data-testid="difference-name">
      <td>
        <Chip kind={change === 'added' ? 'ok' : 'wrong'} glyph={change === 'added' ? '+' : '−'}>
          {words[change]}
        </Chip>
      </td>
      <td>
        {hit ? (
          <QuietButton isSmall onPress={() => go({ name: 'person', personId: hit.personId })}>
            {hit.displayName}
          </QuietButton>
        ) : (
          (label ?? '–')
        )}
        {hit && label !== null && <div className={styles.soft}>{label}</div>}
      </td>
      <td className={styles.soft}>
        {when}
        {reason !== null && <div>{text.reportLife.because(reason)}</div>}
      </td>
    </tr>
  )
}
