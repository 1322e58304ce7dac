import type { UnderstoodRow } from '../../../src/contract/import-calls'
import { formatDay } from '../../components/format'
import { sentenceOf } from '../../components/sentences'
import { text } from '../../text'
import styles from './Import.module.css'

/** The first people of the file as they would be registered. */
export function UnderstoodTable({ rows }: { readonly rows: readonly UnderstoodRow[] }) {
  return (
    <table className={styles.columns} data-testid="import-understood">
      <caption>{text.importFile.preview}</caption>
      <thead>
        <tr>
          <th scope="col">{text.importFile.row}</th>
          <th scope="col">{text.importFile.name}</th>
          <th scope="col">{text.importFile.birthDate}</th>
          <th scope="col">{text.importFile.fields.sex}</th>
          <th scope="col">{text.importFile.contact}</th>
          <th scope="col">{text.importFile.phone}</th>
          <th scope="col">{text.importFile.doses}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(row => (
          <tr key={row.row}>
            <td>{row.row}</td>
            <td>{row.name}</td>
            <td>{row.birthDate && formatDay(row.birthDate)}</td>
            <td>{row.sex && text.common.sex[row.sex]}</td>
            <td>{row.contact}</td>
            <td>{row.phone}</td>
            <td>
              {row.doses.map(({ vaccine, on }) => `${vaccine} ${on}`).join(', ')}
              {row.problems.map(problem => (
                <span key={`${problem.code} ${problem.field}`} className={styles.problemWords}>
                  {' '}
                  ▲ {problem.field}: {sentenceOf(problem)}
                </span>
              ))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
